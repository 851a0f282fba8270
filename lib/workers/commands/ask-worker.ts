import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import type { Actor } from '@/lib/auth/actor';
import type { Tx } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { txSql } from '@/lib/jobs/store/sql';
import { CONTROL_CHANNEL } from '@/lib/jobs/store/wake';

export const workerInput = z.object({ id: z.uuid() });

interface Asking {
  action: 'worker.quiet' | 'worker.resume' | 'worker.stop';
  /** What the worker's row is to say; the worker reads it with its next heartbeat, or as soon as it is woken. */
  asked: 'quiet' | 'stop' | null;
  /** What it may say now. */
  from: readonly (string | null)[];
  /** Why not, where it says something else. */
  otherwise: string;
}

/** Asks something of a worker that has not ended. @throws YardmasterError `conflict` where it makes no sense (any more) */
export async function askWorker(tx: Tx, actor: Actor, id: string, asking: Asking): Promise<void> {
  const { action, asked, from, otherwise } = asking;
  const known = await tx.workerProcess.findUnique({ where: { id } });
  if (!known) throw new YardmasterError('not_found', 'There is no such worker.');
  if (known.endedAt || known.lost) {
    throw new YardmasterError('conflict', `The worker ${known.host}:${known.pid} is gone.`);
  }
  const { count } = await tx.workerProcess.updateMany({
    where: { id, endedAt: null, lost: false, OR: from.map((was) => ({ asked: was })) },
    data: { asked },
  });
  if (count === 0) {
    throw new YardmasterError('conflict', `The worker ${known.host}:${known.pid} ${otherwise}.`);
  }
  await txSql(tx)('SELECT pg_notify($1, $2)::text', [CONTROL_CHANNEL, `worker:${id}`]);
  await recordAudit(tx, actor, {
    action,
    targetType: 'worker',
    targetId: id,
    before: { asked: known.asked },
    after: { asked, worker: `${known.host}:${known.pid}` },
  });
}
