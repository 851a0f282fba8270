import { execute } from '../sql';

/** Called after each batch with how many rows it removed; throws when the removal is to stop. */
export type Pace = (removed: number) => Promise<void>;

/** Rows that one statement looks at or removes. */
export const BATCH = 1_000;

/** Runs a statement that removes at most $1 (BATCH) rows, until it finds fewer; `values` are $2 on. @returns how many went in all. */
export async function removeInBatches(
  statement: string,
  pace: Pace,
  ...values: readonly string[]
): Promise<number> {
  let all = 0;
  for (let removed = BATCH; removed === BATCH; all += removed) {
    removed = await execute(statement, BATCH, ...values);
    await pace(removed);
  }
  return all;
}
