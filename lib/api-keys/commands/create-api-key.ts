import { recordAudit } from '@/lib/audit/record';
import { makeApiKey } from '@/lib/auth/api-key';
import { ownIdOf } from '@/lib/auth/own-id';
import { rolesWithin } from '@/lib/auth/permissions';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { newApiKey } from '../schema';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_KEYS = 100;

/** Makes a key of one's own, with at most one's own role. Its text is returned here and nowhere else. */
export const createApiKey = command({
  permission: 'jobs.view',
  input: newApiKey,
  async run({ actor, input: { name, role, days }, tx, changed }) {
    const userId = ownIdOf(actor);
    if (!rolesWithin(actor.permissions).includes(role)) {
      throw new YardmasterError('forbidden', `A key can't have the role ${role}: it is more than you hold.`);
    }
    // One at a time for each user, so that the limit holds.
    await tx.$queryRawUnsafe('SELECT 1 FROM "user" WHERE id = $1 FOR UPDATE', userId);
    if ((await tx.apiKey.count({ where: { userId } })) >= MOST_KEYS)
      throw new YardmasterError('limit_exceeded', `You have ${MOST_KEYS} keys; revoke one that is not used.`);
    const { text, prefix, sha256 } = makeApiKey();
    const expiresAt = days === null ? null : new Date(Date.now() + days * DAY_MS);
    const { id } = await tx.apiKey.create({
      data: { id: newId(), userId, name, role, prefix, sha256, expiresAt },
    });
    await recordAudit(tx, actor, {
      action: 'api_key.create',
      targetType: 'api_key',
      targetId: prefix,
      after: { name, role, expiresAt: expiresAt?.toISOString() ?? null },
    });
    changed('users');
    return { id, name, text };
  },
});
