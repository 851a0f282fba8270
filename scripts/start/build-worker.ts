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
  'scripts/start/thin-maps.ts',
  'tsconfig.json',
  'worker',
  'yardmaster.config.ts',
];
const programs = { worker: 'worker/index.ts', 'isolated-child': 'lib/jobs/execute/isolated-child.ts' };

/** How many builds are kept, the last used ones: a worker that still runs may load a part of its own late. */
const KEPT = 10;
const UNFINISHED = 'unfinished-';
const HOUR_MS = 3_600_000;

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
  const unfinished = path.join(builds, `${UNFINISHED}${randomUUID()}`);
  const inputs = await bundle(programs, unfinished, folder);
  // A linked package lies outside of what the digest covers: what holds one is never taken for what is there.
  const elsewhere = Object.keys(inputs).filter((file) => file.startsWith('..'));
  const finished = elsewhere.length > 0 ? `${place}-${sourceDigest(elsewhere, folder)}` : place;
  try {
    renameSync(unfinished, finished);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    // Another process was faster.
    if (!existsSync(finished)) throw error;
  }
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
  const used = readdirSync(builds).map((name) => {
    const place = path.join(builds, name);
    // What another process has just finished goes by another name.
    return { name, place, at: statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  const finished = used.filter(({ name }) => !name.startsWith(UNFINISHED)).sort((a, b) => b.at - a.at);
  const givenUp = used.filter(({ name, at }) => name.startsWith(UNFINISHED) && Date.now() - at > HOUR_MS);
  // One is about to be made.
  for (const { place } of [...finished.slice(KEPT - 1), ...givenUp])
    rmSync(place, { recursive: true, force: true });
}
