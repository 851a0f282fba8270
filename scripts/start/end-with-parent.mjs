// Preloaded into every child of the start command. The channel between them closes when the start command
// ends in any way, SIGKILL included; then the child ends in order too, instead of holding the port for ever.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

// What the child itself starts has a parent of its own and waits for messages on its own channel.
const here = process.execArgv.findIndex((argument) => argument.endsWith('end-with-parent.mjs'));
if (here > 0) process.execArgv.splice(here - 1, 2);
