import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { reportsFolder } from './reports';

const programs = [
  'lib/worker/testing/main.ts',
  'lib/worker/testing/isolated-child.ts',
  'lib/worker/testing/subscribing/main.ts',
  'scripts/chaos/worker.ts',
];

// Bundled CommonJS packages ask for what only CommonJS has.
const commonJs = `
import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);
const __filename = import.meta.filename;
const __dirname = import.meta.dirname;
`;

/**
 * Bundles the worker programs of the tests for `spawnWorker`: the same code, loaded in a quarter of the processor time,
 * and a run starts more than a hundred. Returns what removes the bundle.
 */
export async function bundleWorkerPrograms(): Promise<() => void> {
  mkdirSync(reportsFolder, { recursive: true });
  // Within the project, so that what is left out of a bundle is still found in node_modules.
  const folder = mkdtempSync(path.join(reportsFolder, 'workers-'));
  await build({
    entryPoints: programs,
    outbase: '.',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // A runner is found by the name of its class.
    keepNames: true,
    banner: { js: commonJs },
    logLevel: 'warning',
  });
  // Processes started from here on inherit it.
  process.env.WORKER_PROGRAMS = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
