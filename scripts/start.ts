import { runScript } from './setup/run-script';
import { parseFlags, usage } from './start/flags';
import { Parts } from './start/parts';
import { bringUp } from './start/run';
import { say } from './start/say';

await runScript(async () => {
  const flags = parseFlags(process.argv.slice(2));
  if (flags.help) return say(usage);
  const parts = new Parts();
  try {
    await bringUp(flags, parts);
    await parts.asked();
    say('Ending: the console, then the worker, then the database.');
  } catch (error) {
    if (!parts.signal.aborted) throw error;
  } finally {
    await parts.stop();
  }
});
