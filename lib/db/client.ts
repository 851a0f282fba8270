import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { config } from '@/lib/config';
import { PrismaClient } from './generated/client';

export type { Prisma } from './generated/client';

/** Either the client itself or the client inside `db().$transaction(async (tx) => ...)`. */
export type Tx = Pick<PrismaClient, '$queryRawUnsafe' | '$executeRawUnsafe'> &
  Omit<PrismaClient, `$${string}`>;

// Kept on globalThis so that a development reload does not open a second set of connections.
const held = globalThis as { yardmasterPool?: pg.Pool; yardmasterDb?: PrismaClient };

/** The process's one pool of connections to Postgres, opened at first use. */
export function pool(): pg.Pool {
  if (!held.yardmasterPool) {
    const { databaseUrl, databasePoolSize, statementTimeoutMs } = config();
    held.yardmasterPool = new pg.Pool({
      connectionString: databaseUrl,
      max: databasePoolSize,
      application_name: 'yardmaster',
      keepAlive: true,
      // Compiling a statement takes longer than any of these statements.
      options: `-c jit=off -c statement_timeout=${statementTimeoutMs}`,
    });
    // An idle connection that drops is replaced by the pool; without a listener it would end the process.
    held.yardmasterPool.on('error', () => undefined);
  }
  return held.yardmasterPool;
}

/** The process's one Prisma client, on the same pool. */
export function db(): PrismaClient {
  held.yardmasterDb ??= new PrismaClient({ adapter: new PrismaPg(pool()) });
  return held.yardmasterDb;
}

/** Closes what `db()` and `pool()` opened; the next call opens anew. */
export async function closeDb(): Promise<void> {
  const { yardmasterDb, yardmasterPool } = held;
  held.yardmasterDb = undefined;
  held.yardmasterPool = undefined;
  await yardmasterDb?.$disconnect();
  await yardmasterPool?.end();
}
