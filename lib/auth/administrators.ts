import type { Tx } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';

/**
 * Locks the enabled administrators until the caller's transaction ends, in one order: two who take it from each other
 * can't both succeed. @throws YardmasterError `conflict` when this user is the only one left
 */
export async function refuseLastAdministrator(tx: Tx, id: string): Promise<void> {
  const administrators = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT id FROM "user" WHERE role = 'administrator' AND disabled_at IS NULL ORDER BY id FOR UPDATE`,
  );
  if (administrators.length === 1 && administrators[0]?.id === id) {
    throw new YardmasterError(
      'conflict',
      'This is the only administrator left, so the account stays an enabled administrator.',
    );
  }
}
