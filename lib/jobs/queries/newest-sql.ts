/**
 * `FROM job WHERE … ORDER BY … LIMIT` for the newest jobs with one value in a column whose index ends in the id. The column
 * stands in the comparison and in the order, so that no other index can give the order: as an equality it would lead the
 * planner through the newest of all jobs, where those wanted may be far between or missing.
 */
export function newestSql(
  column: 'runner' | 'schedule_id' | 'worker_id',
  value: string,
  limit: string | number,
  and = '',
): string {
  return `FROM job WHERE ${column} IS NOT NULL AND (${column}, id) >= (${value}, '${FIRST_ID}'::uuid)
    AND (${column}, id) <= (${value}, '${LAST_ID}'::uuid) ${and} ORDER BY ${column} DESC, id DESC LIMIT ${limit}`;
}

/** Before and behind every id. */
export const [FIRST_ID, LAST_ID] = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
];
