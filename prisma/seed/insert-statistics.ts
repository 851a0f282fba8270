import type { Tx } from '@/lib/db/client';
import type { World } from './rows';

/** Writes the thousands of rows of a month of statistics, one statement a table. */
export async function insertStatistics(tx: Tx, { minutes, hours, depths, failures }: World): Promise<void> {
  const tables = {
    job_statistic: minutes,
    job_statistic_hour: hours,
    queue_depth: depths,
    failure_group: failures,
  };
  for (const [table, rows] of Object.entries(tables)) {
    await tx.$executeRawUnsafe(
      `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::text::json)`,
      JSON.stringify(rows.map(columnsOf)),
    );
  }
}

const columnsOf = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
