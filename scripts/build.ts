import { setEnvironment } from '@/lib/config';
import { runScript } from './setup/run-script';
import { buildConsole } from './start/build-console';
import { buildWorker } from './start/build-worker';
import { generateClient } from './start/generate-client';
import { Parts } from './start/parts';
import { say } from './start/say';

// Builds whatever is there already: `npm start` builds only when something changed.
await runScript(async () => {
  setEnvironment({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
  const { signal } = new Parts();
  await generateClient(signal);
  say('Building the console and the worker.');
  await buildConsole(signal);
  await buildWorker();
  say('The console and the worker are built.');
});
