import { SILENT_AFTER_MS } from '@/lib/jobs/store/reap-jobs';

/**
 * SQL: the workers that take jobs from queues, are alive, and have been for longer than the parameter `$n`
 * (milliseconds), as rows with `queues`. Those that were told to stop taking jobs do not count.
 */
export const liveWorkers = (param: string): string =>
  `SELECT w.id, w.queues FROM worker_process w
   WHERE w.ended_at IS NULL AND w.backend <> 'in-process' AND w.asked IS NULL
     AND w.heartbeat_at > now() - interval '${SILENT_AFTER_MS} milliseconds'
     AND w.started_at <= now() - ${param}::float8 * interval '1 millisecond'`;
