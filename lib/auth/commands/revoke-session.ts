import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { ownIdOf } from '../own-id';
import { checkSessionsSoon } from '../session-watch';

/** Ends one of one's own sessions. */
export const revokeSession = command({
  permission: 'jobs.view',
  input: z.object({ id: z.string().max(100) }),
  async run({ actor, input: { id }, tx, changed, afterCommit }) {
    const userId = ownIdOf(actor);
    const { count } = await tx.session.deleteMany({ where: { id, userId } });
    if (count === 0) throw new YardmasterError('not_found', 'This session has ended already.');
    await recordAudit(tx, actor, { action: 'session.revoke', targetType: 'user', targetId: userId });
    changed('users');
    afterCommit(checkSessionsSoon);
    return { ended: count };
  },
});
