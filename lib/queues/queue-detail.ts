import { pool } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { SILENT_AFTER_MS } from '@/lib/jobs/store/reap-jobs';
import { listQueues, type QueueSummary } from './queries';

/** A live worker that serves a queue, and in which turn. */
export interface ServingWorker {
  id: string;
  host: string;
  pid: number;
  /** All it serves, in order. */
  queues: string[];
  /** The queue's place in that order, from 1. */
  place: number;
  slots: number;
  slotsUsed: number;
  /** `quiet`, `stop`, or nothing. */
  asked: string | null;
}

export interface QueueDetail extends Omit<QueueSummary, 'workers'> {
  /** How many of its jobs may run at once over all workers; null: as many as there are slots. */
  concurrency: number | null;
  /** Those to whom it comes first stand first. */
  workers: ServingWorker[];
}

/** One queue with what serves it. @throws YardmasterError `not_found` for a queue there is no reason to show */
export async function getQueue(name: string): Promise<QueueDetail> {
  const [queues, serving, control] = await Promise.all([
    listQueues(),
    pool().query<ServingWorker>(SERVING, [name, SILENT_AFTER_MS]),
    pool().query<{ concurrency: number | null }>('SELECT concurrency FROM queue_control WHERE queue = $1', [
      name,
    ]),
  ]);
  const queue = queues.find((each) => each.name === name);
  if (!queue) throw new YardmasterError('not_found', `There is no queue ${name}.`);
  return { ...queue, concurrency: control.rows[0]?.concurrency ?? null, workers: serving.rows };
}

const SERVING = `
  SELECT w.id, w.host, w.pid, w.queues, array_position(w.queues, $1) AS place, w.slots, w.asked,
         (SELECT least(count(*), w.slots)::int FROM job WHERE worker_id = w.id AND status = 'running') AS "slotsUsed"
    FROM worker_process w
   WHERE w.ended_at IS NULL AND NOT w.lost AND w.heartbeat_at >= now() - $2 * interval '1 millisecond'
     AND $1 = ANY(w.queues)
   ORDER BY place, w.host, w.pid LIMIT 200`;
