import { config } from '@/lib/config';
import type { Message } from '@/lib/jobs/store/claimed-job';
import { bundled } from '@/lib/queue/bundle';
import type { Transport } from '@/lib/queue/transport';
import { type Invariant, type Look, MOST_ROWS, type Row } from '../invariant';
import { liveWorkers } from '../live-workers';

const DISPATCH_MS = 10_000;
/** How many jobs at the head of each queue are compared with the transport. */
const HEAD = 1_000;

/** DESIGN.md 6.5. Only the head of a queue has messages: the rest of a backlog waits outside the window. */
export const pendingHasMessage: Invariant = {
  name: 'pending-has-message',
  describe: 'A job that is due in a queue which a live worker serves has a message.',
  level: 'violation',
  async find(look) {
    const found: Row[] = [];
    for (const transport of look.transports) {
      if ((await transport.waiting()) >= config().dispatchWindow) continue;
      const waiting = await readHead(look, transport.queue);
      const missing = new Set((await transport.missing(waiting)).map(({ jobId }) => jobId));
      if (missing.size === 0) continue;
      // One that was taken between the two reads is no longer pending; only what still is counts.
      const again = await readHead(look, transport.queue);
      found.push(
        ...again
          .filter(
            (row) =>
              missing.has(row.jobId) &&
              waiting.some(({ jobId, dispatchNo }) => jobId === row.jobId && dispatchNo === row.dispatchNo),
          )
          .map((row): Row => ({ id: row.jobId, queue: transport.queue, ...row })),
      );
    }
    return found.slice(0, MOST_ROWS);
  },
  async repair({ transports }, rows) {
    for (const transport of transports) {
      const messages = rows.filter(({ queue }) => queue === transport.queue).map(messageOf);
      await transport.add(bundled(messages));
    }
  },
};

const messageOf = (row: Row): Message => ({ jobId: row.id, dispatchNo: Number(row.dispatchNo) });

/** Due jobs that a live worker could begin: not of a paused queue, nor of one that is at its limit. */
function readHead(look: Look, queue: Transport['queue']): Promise<(Message & { runAt: Date })[]> {
  return look.sql<Message & { runAt: Date }>(
    `SELECT id AS "jobId", dispatch_no AS "dispatchNo", run_at AS "runAt" FROM job
     WHERE queue = $1 AND status = 'pending' AND run_at <= now() - $2::float8 * interval '1 millisecond'
       AND EXISTS (SELECT 1 FROM (${liveWorkers('$2')}) w WHERE $1 = ANY(w.queues))
       AND NOT EXISTS (SELECT 1 FROM queue_control c WHERE c.queue = $1 AND (c.paused_at IS NOT NULL
         OR c.concurrency <= (SELECT count(*) FROM job r WHERE r.queue = $1 AND r.status = 'running')))
     ORDER BY run_at, id LIMIT ${HEAD}`,
    [queue, DISPATCH_MS * look.patience],
  );
}
