import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { YardmasterError } from '@/lib/errors';
import { root } from './root';
import { runNode } from './run-node';
import { say } from './say';

const schemaFolder = path.join(root, 'prisma', 'schema');
const digestFile = path.join(root, 'lib', 'db', 'generated', 'schema-digest');

/** Generates the database client from `prisma/schema`, unless the one that is there was made from the same. */
export async function generateClient(signal: AbortSignal): Promise<void> {
  const digest = schemaDigest();
  if (existsSync(digestFile) && readFileSync(digestFile, 'utf8') === digest) return;
  say('Preparing the database client, once for each version.');
  const { code, output } = await runNode(['--import', 'tsx', path.join(root, 'scripts/generate.ts')], signal);
  if (code !== 0) {
    throw new YardmasterError(
      'configuration',
      `The database client could not be generated:\n${output.trim()}`,
    );
  }
  writeFileSync(digestFile, digest);
}

function schemaDigest(): string {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  for (const name of readdirSync(schemaFolder).sort()) {
    hash.update(`\0${name}\0`).update(readFileSync(path.join(schemaFolder, name)));
  }
  return hash.digest('hex');
}
