import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '@/scripts/start/bundle';

/** Within the bench, so that the peers are found in its node_modules. */
const folder = fileURLToPath(new URL('results', import.meta.url));

/**
 * Bundles the workers' program as `npm run worker` does: what is measured is what operators run. Cells find it in
 * their environment; returns what removes it.
 */
export async function bundleWorker(): Promise<{ environment: Record<string, string>; remove(): void }> {
  mkdirSync(folder, { recursive: true });
  const place = mkdtempSync(path.join(folder, 'worker-'));
  await bundle({ worker: 'bench/worker.ts' }, place);
  return {
    environment: { BENCH_WORKER: path.join(place, 'worker.mjs') },
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}
