import type { QueryResultRow } from 'pg';
import { pool, type Tx } from '@/lib/db/client';

/** Runs one statement and returns its rows. The engine's hot statements are written against this alone. */
export type Sql = <Row extends QueryResultRow>(text: string, params: readonly unknown[]) => Promise<Row[]>;

const prepared = new Map<string, string>();

/** Marks a statement that runs all the time: each connection of the pool parses and plans it once. For a handful of constants. */
export function hot(text: string): string {
  prepared.set(text, `yardmaster_${prepared.size}`);
  return text;
}

/** Each statement on its own, on a connection of the pool. */
export const poolSql: Sql = async <Row extends QueryResultRow>(text: string, params: readonly unknown[]) =>
  (await pool().query<Row>({ name: prepared.get(text), text, values: [...params] })).rows;

/**
 * A condition that no index may be chosen for, so that rows named by their ids are found by these, whatever the planner believes
 * about how many jobs wait: after a burst it is wrong by any factor, and would walk over the backlog for each batch.
 */
export const byKeyAlone = (condition: string): string => `CASE WHEN ${condition} THEN true END`;

/** Every statement in the caller's Prisma transaction. */
export const txSql =
  (tx: Tx): Sql =>
  async <Row extends QueryResultRow>(text: string, params: readonly unknown[]) =>
    tx.$queryRawUnsafe<Row[]>(text, ...params);

/** Runs `work` in one transaction of its own. */
export async function inTransaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
  const client = await pool().connect();
  let broken: Error | undefined;
  // A connection that breaks between two statements tells the client, not a query; the next statement fails anyway.
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work(async (text, params) => (await client.query(text, [...params])).rows);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((rollback: Error) => {
      broken = rollback;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
