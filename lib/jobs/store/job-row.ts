import type { Prisma } from '@/lib/db/client';

/** A stored job, as `enqueue` and `getJobs` return it. */
export type Job = Prisma.JobGetPayload<object>;

/** Column by field: the fields of `Job`, all of them (a type error here means the schema has moved on). */
const columns: Record<keyof Job, string> = {
  id: 'id',
  runner: 'runner',
  name: 'name',
  queue: 'queue',
  status: 'status',
  reason: 'reason',
  args: 'args',
  objectType: 'object_type',
  objectId: 'object_id',
  userId: 'user_id',
  scheduleId: 'schedule_id',
  occurrenceAt: 'occurrence_at',
  armed: 'armed',
  interval: 'interval_minutes',
  onceKey: 'once_key',
  againOfId: 'again_of_id',
  notifications: 'notifications',
  timeoutMs: 'timeout_ms',
  maxRetries: 'max_retries',
  backoff: 'backoff',
  createdAt: 'created_at',
  runAt: 'run_at',
  startedAt: 'started_at',
  completedAt: 'completed_at',
  dispatchNo: 'dispatch_no',
  attemptNo: 'attempt_no',
  failedAttempts: 'failed_attempts',
  lostAttempts: 'lost_attempts',
  workerId: 'worker_id',
  progressDone: 'progress_done',
  progressTotal: 'progress_total',
  progressText: 'progress_text',
  data: 'data',
  error: 'error',
  errorStack: 'error_stack',
  fingerprint: 'fingerprint',
  cancelAskedAt: 'cancel_asked_at',
  cancelAskedBy: 'cancel_asked_by',
  cancelReason: 'cancel_reason',
};

/** The select list that turns rows of `job` (under the alias `table`) into `Job`s. */
export function jobColumns(table: string): string {
  return Object.entries(columns)
    .map(([field, column]) => `${table}.${column} AS "${field}"`)
    .join(', ');
}
