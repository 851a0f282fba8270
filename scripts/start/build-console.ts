import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { YardmasterError } from '@/lib/errors';
import { root } from './root';
import { runNode } from './run-node';

/** Next's command line. */
export const nextBin = createRequire(import.meta.url).resolve('next/dist/bin/next');

const sources = [
  'app',
  'components',
  'lib',
  'plugins',
  'prisma/schema',
  'public',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
  'yardmaster.config.ts',
];
const generated = path.join('lib', 'db', 'generated');
const digestFile = path.join(root, '.next', 'yardmaster-sources');

const OTHER_BUILD_POLL_MS = 1000;

/** A digest of everything the console is built from. */
export function sourceDigest(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources.flatMap(filesBelow)) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

/** True when `.next` holds a whole build of the sources as they are. */
export function isBuilt(): boolean {
  return existsSync(digestFile) && readFileSync(digestFile, 'utf8') === sourceDigest();
}

/**
 * Builds the console for production; when another process builds it just now, waits for that one.
 * @throws YardmasterError `configuration` with what Next said when it cannot be built.
 */
export async function buildConsole(signal: AbortSignal): Promise<void> {
  for (;;) {
    const digest = sourceDigest();
    rmSync(digestFile, { force: true });
    const { code, output } = await runNode([nextBin, 'build'], signal);
    if (code === 0) return writeFileSync(digestFile, digest);
    const said = stripVTControlCharacters(output).trim();
    if (!said.includes('next build process is already running')) {
      throw new YardmasterError('configuration', `The console could not be built:\n${said}`);
    }
    await pause(OTHER_BUILD_POLL_MS, undefined, { signal });
    if (isBuilt()) return;
  }
}

function filesBelow(name: string): string[] {
  const full = path.join(root, name);
  if (!existsSync(full) || name === generated) return [];
  if (!statSync(full).isDirectory()) return /\.test\.tsx?$/.test(name) ? [] : [name];
  return readdirSync(full)
    .sort()
    .flatMap((entry) => filesBelow(path.join(name, entry)));
}
