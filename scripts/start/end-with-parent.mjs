// Preloaded into every child of the start command. The channel between them closes when the start command
// ends in any way, SIGKILL included; then the child ends in order too, instead of holding the port for ever.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
