import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle';
import { root } from './root';
import { sourceDigest } from './source-digest';

const sources = [
  'lib',
  'plugins',
  'prisma/schema',
  'package-lock.json',
  'package.json',
  'scripts/start/bundle.ts',
  'tsconfig.json',
  'worker',
  'yardmaster.config.ts',
];
const programs = { worker: 'worker/index.ts', 'isolated-child': 'lib/jobs/execute/isolated-child.ts' };

/** For how long a build is kept that no worker was started with: one that still runs may load a part of it late. */
const KEPT_MS = 30 * 24 * 3_600_000;

/**
 * Bundles the worker's program from the sources as they are, unless that was done before. Each build has a folder of
 * its own: whoever runs an older one is not disturbed, and several may build at once.
 * @returns the file for Node to run.
 */
export async function buildWorker(folder = root): Promise<string> {
  const builds = path.join(folder, 'dist/worker');
  const built = path.join(builds, sourceDigest(sources, folder));
  if (!existsSync(built)) return programIn(await build(builds, built, folder));
  markUsed(built);
  return programIn(built);
}

const programIn = (build: string): string => path.join(build, 'worker.mjs');

async function build(builds: string, place: string, folder: string): Promise<string> {
  mkdirSync(builds, { recursive: true });
  removeUnused(builds);
  const unfinished = path.join(builds, `unfinished-${randomUUID()}`);
  const inputs = await bundle(programs, unfinished, folder);
  // A linked package lies outside of what the digest covers: what holds one is never taken for what is there.
  const elsewhere = Object.keys(inputs).filter((file) => file.startsWith('..'));
  const finished = elsewhere.length > 0 ? `${place}-${sourceDigest(elsewhere, folder)}` : place;
  if (existsSync(finished)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, finished);
  return finished;
}

function markUsed(build: string): void {
  const now = new Date();
  try {
    utimesSync(build, now, now);
  } catch {
    // A disk that cannot be written to loses no build either.
  }
}

function removeUnused(builds: string): void {
  for (const name of readdirSync(builds)) {
    const place = path.join(builds, name);
    if (Date.now() - statSync(place).mtimeMs > KEPT_MS) rmSync(place, { recursive: true, force: true });
  }
}
