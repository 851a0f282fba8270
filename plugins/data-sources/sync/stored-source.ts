import { isDeepStrictEqual } from 'node:util';
import { db, type Tx, unseal } from '@/lib/plugins';

/** A source as a sync needs it, with the time of Postgres at which it was read. */
export interface StoredSource {
  id: string;
  name: string;
  type: string;
  url: string;
  parameters: Record<string, unknown>;
  /** Sealed; `openSecrets` opens them. */
  secrets: string | null;
  enabled: boolean;
  syncIntervalMinutes: number | null;
  ignoreRules: string;
  description: string;
  lastSyncedAt: Date | null;
  readAt: Date;
}

const COLUMNS = `id, name, type, url, parameters, secrets, enabled, description, ignore_rules AS "ignoreRules",
  sync_interval_minutes AS "syncIntervalMinutes", last_synced_at AS "lastSyncedAt", date_trunc('milliseconds', clock_timestamp()) AS "readAt"`;

/** The source, or null when it is deleted. */
export async function findSource(id: string): Promise<StoredSource | null> {
  const rows = await db().$queryRawUnsafe<StoredSource[]>(
    `SELECT ${COLUMNS} FROM data_source WHERE id = $1::uuid`,
    id,
  );
  return rows[0] ?? null;
}

/** As `findSource`; until the transaction ends, no other sync stores files for the source and nobody changes it. */
export async function lockSource(tx: Tx, id: string): Promise<StoredSource | null> {
  const rows = await tx.$queryRawUnsafe<StoredSource[]>(
    `SELECT ${COLUMNS} FROM data_source WHERE id = $1::uuid FOR UPDATE`,
    id,
  );
  return rows[0] ?? null;
}

/** Notes the moment whose state the files show: when the fetch began. By it, a sync that was overtaken knows. */
export async function markSynced(tx: Tx, source: StoredSource): Promise<void> {
  await tx.$executeRawUnsafe(
    'UPDATE data_source SET last_synced_at = $2::timestamptz WHERE id = $1::uuid',
    source.id,
    source.readAt,
  );
}

/** Whether both would be fetched alike. */
export function isSamePlace(one: StoredSource, other: StoredSource): boolean {
  const place = ({ type, url, parameters, ignoreRules }: StoredSource) => ({
    type,
    url,
    parameters,
    ignoreRules,
  });
  return isDeepStrictEqual(place(one), place(other));
}

/** The secret parameters by name. @throws YardmasterError when they were sealed with another SECRET. */
export function openSecrets(sealed: string | null): Record<string, string> {
  return sealed === null ? {} : (JSON.parse(unseal(sealed)) as Record<string, string>);
}
