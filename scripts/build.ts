import { setEnvironment } from '@/lib/config';
import { runScript } from './setup/run-script';
import { buildConsole } from './start/build-console';
import { generateClient } from './start/generate-client';
import { Parts } from './start/parts';
import { say } from './start/say';

// Builds whatever is there already: `npm start` builds only when something changed.
await runScript(async () => {
  setEnvironment({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
  const { signal } = new Parts();
  await generateClient(signal);
  say('Building the console.');
  await buildConsole(signal);
  say('The console is built.');
});
