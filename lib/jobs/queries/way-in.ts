import type { JobFilter } from '../job-filter';
import type { JobStatus } from '../status';

/**
 * A range of an index that ends in the id: the rows with these values in its columns, in the order of ids. Without columns
 * it is the primary key.
 */
export interface Way {
  columns: readonly string[];
  /** SQL, one a column. */
  values: readonly string[];
  /** The condition of a partial index, word for word as the index has it. */
  predicate: string | null;
  /** Its rows are so few that all are read, whatever the planner believes: it might rather walk through the newest of all jobs. */
  few?: true;
}

/** The part of a filter that a way answers. */
export type Served =
  | 'againOf'
  | 'object'
  | 'schedule'
  | 'fingerprint'
  | 'user'
  | 'reason'
  | 'worker'
  | 'runner'
  | 'queue';

type Bind = (value: unknown) => string;

/** The way in that likely has the fewest rows, of those a filter offers; null when it offers none. */
export function narrowWay(filter: JobFilter, bind: Bind): { part: Served; ways: readonly Way[] } | null {
  const { againOfId, object, scheduleId, fingerprint, userId, reason, workerId, runner } = filter;
  if (againOfId) return { part: 'againOf', ways: [present('again_of_id', `${bind(againOfId)}::uuid`)] };
  if (object) {
    const way = { columns: ['object_type', 'object_id'], values: [bind(object.type), bind(object.id)] };
    return { part: 'object', ways: [{ ...way, predicate: 'object_type IS NOT NULL' }] };
  }
  if (scheduleId) return { part: 'schedule', ways: [present('schedule_id', `${bind(scheduleId)}::uuid`)] };
  if (fingerprint) return { part: 'fingerprint', ways: [present('fingerprint', bind(fingerprint))] };
  if (userId) return { part: 'user', ways: [present('user_id', bind(userId))] };
  if (reason) return { part: 'reason', ways: [present('reason', `'${reason}'::job_reason`)] };
  if (workerId) return { part: 'worker', ways: waysOfWorker(`${bind(workerId)}::uuid`) };
  if (runner) return { part: 'runner', ways: waysBesideRunning('runner', bind(runner)) };
  return null;
}

const present = (column: string, value: string): Way => ({
  columns: [column],
  values: [value],
  predicate: `${column} IS NOT NULL`,
});

// A job that waits has no worker.
const waysOfWorker = (value: string): Way[] => [
  { columns: ['worker_id'], values: [value], predicate: 'completed_at IS NOT NULL' },
  running('worker_id', value),
];

export const waysOfQueue = (queue: string, bind: Bind): Way[] => waysBesideRunning('queue', bind(queue));

/** What runs is left out of these indexes, so that a claim need not write to them. */
const waysBesideRunning = (column: string, value: string): Way[] => [
  { columns: [column], values: [value], predicate: "status <> 'running'" },
  running(column, value),
];

// No more than there are slots: all of them are read.
const RUNNING = { predicate: "status = 'running'", few: true } as const;
const running = (column: string, value: string): Way => ({ columns: [column], values: [value], ...RUNNING });

const IN_STATUS_INDEX = "status IN ('pending', 'scheduled', 'failed', 'errored', 'cancelled')";

/** One way a status; none of them may be `completed`. */
export const statusWays = (statuses: readonly JobStatus[]): Way[] =>
  statuses.map((status) =>
    status === 'running'
      ? { columns: [], values: [], ...RUNNING }
      : { columns: ['status'], values: [`'${status}'::job_status`], predicate: IN_STATUS_INDEX },
  );
