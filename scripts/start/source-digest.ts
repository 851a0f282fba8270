import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './root';

// It follows from prisma/schema.
const generated = path.join('lib', 'db', 'generated');

/** A digest of files and of all that folders hold, tests aside, and of the Node that reads them. */
export function sourceDigest(sources: readonly string[], folder = root): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources.flatMap((name) => filesBelow(name, folder))) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(folder, file)));
  }
  return hash.digest('hex');
}

function filesBelow(name: string, folder: string): string[] {
  const full = path.join(folder, name);
  if (!existsSync(full) || name === generated) return [];
  if (!statSync(full).isDirectory()) return /\.test\.tsx?$/.test(name) ? [] : [name];
  return readdirSync(full)
    .sort()
    .flatMap((entry) => filesBelow(path.join(name, entry), folder));
}
