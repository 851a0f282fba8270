import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '@/scripts/start/bundle';

/** Within the bench, so that the peers are found in its node_modules. */
const folder = fileURLToPath(new URL('results', import.meta.url));

/**
 * Bundles the programs of cells and workers as `npm run worker` does: what is measured is what operators run. They are found
 * through the environment; returns what removes them.
 */
export async function bundlePrograms(): Promise<{ environment: Record<string, string>; remove(): void }> {
  mkdirSync(folder, { recursive: true });
  const place = mkdtempSync(path.join(folder, 'programs-'));
  await bundle({ cell: 'bench/cell.ts', worker: 'bench/worker.ts' }, place);
  return {
    environment: { BENCH_CELL: path.join(place, 'cell.mjs'), BENCH_WORKER: path.join(place, 'worker.mjs') },
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}
