import pg from 'pg';
import { YardmasterError } from '@/lib/errors';
import { migrationList, noFilters, schemaFiles, withSchemaEngine } from './schema-engine';

// Any number that no other program uses; Prisma's own lock is 72707369.
const MIGRATION_LOCK = 7_214_001;

/**
 * Brings a database to the newest migration and returns the names of those it applied, oldest first. Processes
 * that start together take turns under an advisory lock: the first one migrates, the others find nothing to do.
 * @throws YardmasterError `unavailable` when the database can't be reached, `configuration` when a migration fails.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  return await withMigrationLock(databaseUrl, async () => {
    try {
      return await withSchemaEngine(databaseUrl, async (engine) => {
        const output = await engine.applyMigrations({ migrationsList: migrationList(), filters: noFilters });
        return output.appliedMigrationNames;
      });
    } catch (cause) {
      throw new YardmasterError(
        'configuration',
        `The database could not be migrated: ${engineMessage(cause)}`,
        {
          cause,
        },
      );
    }
  });
}

/**
 * The SQL that leads from the migrations on disk to `prisma/schema`; empty when they agree. What only the
 * migrations say (partial indexes, checks) is left alone. Makes and drops a database of its own beside the given one.
 */
export async function schemaDiff(
  databaseUrl: string,
  from: 'migrations' | 'empty' = 'migrations',
): Promise<string> {
  return await withSchemaEngine(databaseUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: from === 'empty' ? { tag: 'empty' } : { tag: 'migrations', ...migrationList() },
      to: { tag: 'schemaDatamodel', files: schemaFiles() },
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    const sql = (stdout ?? '').trim();
    return sql === '-- This is an empty migration.' ? '' : sql;
  });
}

async function withMigrationLock<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'yardmaster migrate' });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    await client.end().catch(() => undefined);
    throw new YardmasterError('unavailable', unreachableMessage(databaseUrl, cause), { cause });
  }
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work();
  } finally {
    // Ending the connection releases the lock.
    await client.end();
  }
}

/** One sentence for a database that can't be reached, without the password of its URL. */
export function unreachableMessage(databaseUrl: string, cause: unknown): string {
  const reason = cause instanceof AggregateError ? cause.errors[0] : cause;
  const why = reason instanceof Error ? reason.message : String(reason);
  return `The database at ${withoutPassword(databaseUrl)} can't be reached: ${why}`;
}

function withoutPassword(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl);
    return `${url.username ? `${url.username}@` : ''}${url.host}${url.pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

function engineMessage(cause: unknown): string {
  if (cause instanceof Error) return cause.message;
  return typeof cause === 'string' ? cause : JSON.stringify(cause);
}
