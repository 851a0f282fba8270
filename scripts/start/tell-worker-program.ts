import { writeSync } from 'node:fs';
import { runScript } from '../setup/run-script';
import { buildWorker } from './build-worker';
import { generateClient } from './generate-client';
import { Parts } from './parts';

// What scripts/worker.mjs runs to get its program; the answer goes to a channel of its own.
const ANSWER = 3;

await runScript(async () => {
  await generateClient(new Parts().signal);
  writeSync(ANSWER, await buildWorker());
});
