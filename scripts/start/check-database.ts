import pg from 'pg';
import { YardmasterError } from '@/lib/errors';

const CONNECT_TIMEOUT_MS = 5000;

/**
 * Makes sure that DATABASE_URL leads to a database that can be used.
 * @throws YardmasterError `configuration` that says why it does not; never with the password in it.
 */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'yardmaster start',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new YardmasterError('configuration', `DATABASE_URL: ${explain(cause, client)}`, { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explain(error: unknown, { host, port, user, database }: pg.Client): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ECONNREFUSED':
      return `nothing answers at ${host}:${port}. Is PostgreSQL running there?`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `there is no host named ${host}.`;
    case '28P01':
      return `PostgreSQL at ${host}:${port} refused the password of the user ${user}.`;
    case '28000':
      return `PostgreSQL at ${host}:${port} does not let the user ${user} in: ${error instanceof Error ? error.message : ''}.`;
    case '3D000':
      return `PostgreSQL at ${host}:${port} has no database named ${database}. Create it: createdb ${database}`;
    case '53300':
      return `PostgreSQL at ${host}:${port} has no free connection. Raise its max_connections.`;
    default:
      return `PostgreSQL at ${host}:${port} cannot be reached: ${error instanceof Error ? error.message : error}.`;
  }
}
