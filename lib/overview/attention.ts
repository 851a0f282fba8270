import type { QueueSummary } from '@/lib/queues/queries';
import type { WorkerSummary } from '@/lib/workers/queries';

export interface FailingSchedule {
  id: string;
  name: string;
  /** How many of its newest runs in a row failed or errored; counted up to twenty. */
  failures: number;
}

/** Something that will not mend itself. `error`: work stands still or fails; `warning`: it soon may. */
export type Attention = { severity: 'error' | 'warning' } & (
  | { kind: 'no_workers'; pending: number }
  | { kind: 'queue_unserved'; queue: string; pending: number; oldestDueAt: string | null }
  | { kind: 'queue_paused'; queue: string; pending: number; by: string | null; reason: string | null }
  | {
      kind: 'worker_silent' | 'worker_lost';
      workerId: string;
      host: string;
      pid: number;
      heartbeatAt: string;
    }
  | { kind: 'worker_trouble'; workerId: string; host: string; pid: number; trouble: string }
  | { kind: 'schedule_failing'; scheduleId: string; name: string; failures: number }
);

// A lost worker is news for an hour; the page of the workers keeps it for a day.
const LOST_IS_NEWS_MS = 3_600_000;

/** What needs a person, worst first. */
export function attentionOf(facts: {
  queues: readonly QueueSummary[];
  workers: readonly WorkerSummary[];
  failingSchedules: readonly FailingSchedule[];
  now: Date;
}): Attention[] {
  const found = [
    ...aboutQueues(facts.queues, facts.workers),
    ...facts.workers.flatMap((worker) => aboutWorker(worker, facts.now)),
  ];
  for (const { id, name, failures } of facts.failingSchedules) {
    found.push({ severity: 'error', kind: 'schedule_failing', scheduleId: id, name, failures });
  }
  return found.sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

function aboutQueues(queues: readonly QueueSummary[], workers: readonly WorkerSummary[]): Attention[] {
  const waiting = queues.filter((queue) => queue.pending > 0);
  const paused = waiting
    .filter((queue) => queue.pausedAt !== null)
    .map(
      ({ name, pending, pausedBy, pauseReason }): Attention => ({
        severity: 'warning',
        kind: 'queue_paused',
        queue: name,
        pending,
        by: pausedBy,
        reason: pauseReason,
      }),
    );
  if (!workers.some((worker) => worker.state === 'live')) {
    const pending = waiting.reduce((sum, queue) => sum + queue.pending, 0);
    return [{ severity: pending > 0 ? 'error' : 'warning', kind: 'no_workers', pending }, ...paused];
  }
  const unserved = waiting
    .filter((queue) => queue.workers.length === 0)
    .map(
      ({ name, pending, oldestDueAt }): Attention => ({
        severity: 'error',
        kind: 'queue_unserved',
        queue: name,
        pending,
        oldestDueAt,
      }),
    );
  return [...unserved, ...paused];
}

function aboutWorker(worker: WorkerSummary, now: Date): Attention[] {
  const { id: workerId, host, pid, heartbeatAt, trouble, state } = worker;
  const isNews = now.getTime() - new Date(heartbeatAt).getTime() < LOST_IS_NEWS_MS;
  if (state === 'silent')
    return [{ severity: 'error', kind: 'worker_silent', workerId, host, pid, heartbeatAt }];
  if (state === 'lost' && isNews)
    return [{ severity: 'warning', kind: 'worker_lost', workerId, host, pid, heartbeatAt }];
  if (state === 'live' && trouble !== null)
    return [{ severity: 'error', kind: 'worker_trouble', workerId, host, pid, trouble }];
  return [];
}
