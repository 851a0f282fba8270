import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../start/bundle';
import { reportsFolder } from './reports';

const programs = [
  'lib/worker/testing/main',
  'lib/worker/testing/isolated-child',
  'lib/worker/testing/subscribing/main',
  'scripts/chaos/worker',
];

/**
 * Bundles the worker programs of the tests for `spawnWorker`: the same code, loaded in a quarter of the processor time,
 * and a run starts more than a hundred. Returns what removes the bundle.
 */
export async function bundleWorkerPrograms(): Promise<() => void> {
  mkdirSync(reportsFolder, { recursive: true });
  // Within the project, so that what is left out of a bundle is still found in node_modules.
  const folder = mkdtempSync(path.join(reportsFolder, 'workers-'));
  await bundle(Object.fromEntries(programs.map((program) => [program, `${program}.ts`])), folder);
  // Processes started from here on inherit it.
  process.env.WORKER_PROGRAMS = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
