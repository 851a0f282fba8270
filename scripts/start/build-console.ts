import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { YardmasterError } from '@/lib/errors';
import { root } from './root';
import { runNode } from './run-node';
import { sourceDigest } from './source-digest';

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
const digestFile = path.join(root, '.next', 'yardmaster-sources');

const OTHER_BUILD_POLL_MS = 1000;

/** True when `.next` holds a whole build of the sources as they are. */
export function isBuilt(): boolean {
  return existsSync(digestFile) && readFileSync(digestFile, 'utf8') === sourceDigest(sources);
}

/**
 * Builds the console for production; when another process builds it just now, waits for that one.
 * @throws YardmasterError `configuration` with what Next said when it cannot be built.
 */
export async function buildConsole(signal: AbortSignal): Promise<void> {
  for (;;) {
    const digest = sourceDigest(sources);
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
