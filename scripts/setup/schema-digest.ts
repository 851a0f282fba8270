import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../start/root';

const schemaFolder = path.join(root, 'prisma', 'schema');

/** Holds the digest of what the database client was generated from. */
export const digestFile = path.join(root, 'lib', 'db', 'generated', 'schema-digest');

/** The digest of what the database client is generated from: the schema, and Prisma itself by the lock file. */
export function schemaDigest(): string {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  for (const name of readdirSync(schemaFolder).sort()) {
    hash.update(`\0${name}\0`).update(readFileSync(path.join(schemaFolder, name)));
  }
  return hash.digest('hex');
}
