import type { Sql } from '@/lib/jobs/store/sql';
import { type Invariant, MOST_ROWS, type Row } from '../invariant';

/** The indexes and constraints by which Postgres itself upholds an invariant. They are made by a migration. */
const GUARDS = [
  'job_once_key_live',
  'job_armed_occurrence',
  'job_occurrence',
  'schedule_once_key_live',
  'schedule_system_key',
  'job_running_has_worker',
  'job_terminal_has_end',
  'schedule_one_rhythm',
  'schedule_interval_positive',
] as const;

export const guardsStand: Invariant = {
  name: 'guards-stand',
  describe: 'The unique indexes and constraints that uphold the invariants exist and are valid.',
  level: 'violation',
  async find({ sql }) {
    const standing = new Set(await standingGuards(sql));
    return GUARDS.filter((guard) => !standing.has(guard))
      .slice(0, MOST_ROWS)
      .map((guard): Row => ({ id: guard, cure: 'Make it again as prisma/migrations has it' }));
  },
};

/** Whether a guard stands: then the rows it guards need no reading. */
export async function guardHolds(sql: Sql, guard: (typeof GUARDS)[number]): Promise<boolean> {
  return (await standingGuards(sql)).includes(guard);
}

async function standingGuards(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `SELECT c.relname::text AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
       WHERE i.indrelid IN ('job'::regclass, 'schedule'::regclass) AND i.indisunique AND i.indisvalid
     UNION ALL SELECT conname::text FROM pg_constraint
       WHERE conrelid IN ('job'::regclass, 'schedule'::regclass) AND contype = 'c' AND convalidated`,
    [],
  );
  return rows.map(({ name }) => name);
}
