import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { emitEnded } from '@/lib/jobs/events/emit';
import { txSql } from '@/lib/jobs/store/sql';
import { CONTROL_CHANNEL } from '@/lib/jobs/store/wake';

/** Jobs ended by one call; a caller with more goes on until `more` is false. */
const MOST = 10_000;

/** Cancels what waits for a worker in a queue, oldest first. What runs, and what waits for its time, stays. */
export const clearQueue = command({
  permission: 'queues.write',
  input: z.object({ queue: z.string().min(1).max(200), reason: z.string().trim().max(500).optional() }),
  async run({
    actor,
    input: { queue, reason },
    tx,
    changed,
    afterCommit,
  }): Promise<{ cancelled: number; more: boolean }> {
    const sql = txSql(tx);
    const rows = await sql<{ id: string }>(
      `WITH chosen AS (SELECT id FROM job WHERE queue = $1 AND status = 'pending' ORDER BY run_at, id LIMIT ${MOST} FOR UPDATE SKIP LOCKED)
       UPDATE job SET status = 'cancelled', reason = 'cancelled_by_user', completed_at = now(), cancel_asked_at = now(),
         cancel_asked_by = $2, cancel_reason = $3
       FROM chosen WHERE job.id = chosen.id RETURNING job.id`,
      [queue, actor.name, reason ?? null],
    );
    await sql('SELECT pg_notify($1, $2)::text', [CONTROL_CHANNEL, `queue:${queue}`]);
    await recordAudit(tx, actor, {
      action: 'queue.clear',
      targetType: 'queue',
      targetId: queue,
      after: { cancelled: rows.length },
    });
    changed('queues', 'jobs');
    afterCommit(() => void emitEnded(rows.map(({ id }) => ({ id, status: 'cancelled' }))));
    return { cancelled: rows.length, more: rows.length === MOST };
  },
});
