import { pool } from '@/lib/plugins';

// Past Prisma: what it runs on is loaded at its first use and would take 90 MB of whichever worker does these jobs.

/** Runs a statement. @returns how many rows it wrote or removed. */
export const execute = async (statement: string, ...values: readonly unknown[]): Promise<number> =>
  (await pool().query(statement, [...values])).rowCount ?? 0;

/** Runs a statement. @returns its rows. */
export const select = async <Row extends object>(
  statement: string,
  ...values: readonly unknown[]
): Promise<Row[]> => (await pool().query<Row>(statement, [...values])).rows;
