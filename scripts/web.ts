import { runScript } from './setup/run-script';
import { parseFlags, usage } from './start/flags';
import { Parts } from './start/parts';
import { bringUpWeb } from './start/run';
import { say } from './start/say';

await runScript(async () => {
  const flags = parseFlags(process.argv.slice(2));
  if (flags.help) return say(usage);
  const parts = new Parts();
  try {
    await bringUpWeb(flags, parts);
    await parts.asked();
  } catch (error) {
    if (!parts.signal.aborted) throw error;
  } finally {
    await parts.stop();
  }
});
