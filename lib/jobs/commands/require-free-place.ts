import type { Tx } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';

/** A job of `enqueueOnce` can live again only while no other has its key. @throws YardmasterError `conflict` */
export async function requireFreePlace(tx: Tx, onceKey: string | null): Promise<void> {
  if (!onceKey || (await tx.job.count({ where: { onceKey, completedAt: null } })) === 0) return;
  throw new YardmasterError('conflict', 'Its place is taken: a newer job for the same thing is under way.');
}
