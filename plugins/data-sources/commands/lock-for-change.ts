import { type Tx, YardmasterError } from '@/lib/plugins';
import { lockSource, type StoredSource } from '../sync/stored-source';

/**
 * Reads a source that is about to be changed or deleted, and keeps syncs from storing files until the transaction ends.
 * @throws YardmasterError `not_found`; `conflict` when a sync is storing files for more than three seconds.
 */
export async function lockForChange(tx: Tx, id: string): Promise<StoredSource> {
  await tx.$executeRawUnsafe("SET LOCAL lock_timeout = '3s'");
  const source = await lockSource(tx, id).catch((cause) => {
    if (!String(cause).includes('lock timeout')) throw cause;
    throw new YardmasterError('conflict', 'A sync is storing files just now. Try again in a moment.', {
      cause,
    });
  });
  if (!source) throw new YardmasterError('not_found', `There is no data source ${id}.`);
  return source;
}

/** What of a source goes into the audit: everything an operator sets, but no secret. */
export function auditable(source: StoredSource) {
  const { name, type, url, enabled, ignoreRules, description, syncIntervalMinutes, secrets } = source;
  const parameters = source.parameters as Record<string, string | number | boolean | null>;
  const hasSecret = secrets !== null;
  return { name, type, url, parameters, enabled, syncIntervalMinutes, ignoreRules, description, hasSecret };
}
