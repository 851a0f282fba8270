import { recordAudit } from '@/lib/audit/record';
import { ownIdOf } from '@/lib/auth/own-id';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { apiKeyId } from '../schema';

/** Ends a key at once: one's own, and for those who administer users anybody's. */
export const revokeApiKey = command({
  permission: 'jobs.view',
  input: apiKeyId,
  async run({ actor, input: { id }, tx, changed }) {
    const whose = actor.permissions.has('users.write') ? {} : { userId: ownIdOf(actor) };
    const key = await tx.apiKey.findFirst({ where: { id, ...whose }, include: { user: true } });
    const { count } = await tx.apiKey.deleteMany({ where: { id: key?.id ?? '' } });
    if (!key || count === 0) throw new YardmasterError('not_found', 'There is no such key any more.');
    await recordAudit(tx, actor, {
      action: 'api_key.revoke',
      targetType: 'api_key',
      targetId: key.prefix,
      before: { name: key.name, role: key.role, owner: key.user.name },
    });
    changed('users');
    return { id };
  },
});
