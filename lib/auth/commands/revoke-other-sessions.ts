import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { ownIdOf } from '../own-id';
import { checkSessionsSoon } from '../session-watch';

/** Ends all of one's own sessions but the one that asks. */
export const revokeOtherSessions = command({
  permission: 'jobs.view',
  input: z.unknown(),
  async run({ actor, tx, changed, afterCommit }) {
    const userId = ownIdOf(actor);
    const { count } = await tx.session.deleteMany({
      where: { userId, id: { not: actor.sessionId ?? '' } },
    });
    await recordAudit(tx, actor, {
      action: 'session.revoke_others',
      targetType: 'user',
      targetId: userId,
      after: { ended: count },
    });
    changed('users');
    afterCommit(checkSessionsSoon);
    return { ended: count };
  },
});
