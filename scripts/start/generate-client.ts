import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { YardmasterError } from '@/lib/errors';
import { digestFile, schemaDigest } from '../setup/schema-digest';
import { root } from './root';
import { runNode } from './run-node';
import { say } from './say';

/** Generates the database client from `prisma/schema`, unless the one that is there was made from the same. */
export async function generateClient(signal: AbortSignal): Promise<void> {
  if (existsSync(digestFile) && readFileSync(digestFile, 'utf8') === schemaDigest()) return;
  say('Preparing the database client, once for each version.');
  const { code, output } = await runNode(['--import', 'tsx', path.join(root, 'scripts/generate.ts')], signal);
  if (code === 0) return;
  throw new YardmasterError('configuration', `The database client could not be generated:\n${output.trim()}`);
}
