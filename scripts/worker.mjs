// Runs a worker from a bundle of the sources as they are. Plain JavaScript, and what bundles them is a process that
// ends: what reads TypeScript takes a third of the memory of a worker that has nothing to do, and most of its start.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const { status, output } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'scripts/start/tell-worker-program.ts'],
  { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] },
);
if (status !== 0) process.exit(1);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(output[3].toString()).href);
