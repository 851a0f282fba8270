import type { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { refuseReadOnly } from '@/lib/command';
import { db } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { createUser, prepareUser } from '../create-user';
import { findLink, spendLink } from '../one-time-link';
import { permissionsOf } from '../permissions';
import type { acceptedInvitation } from '../schema';

/** Makes the invited user with the name and password they chose. Resolves to what they sign in with. */
export async function acceptInvitation(
  input: z.output<typeof acceptedInvitation>,
): Promise<{ email: string }> {
  refuseReadOnly();
  const known = await findLink('invitation', input.token);
  const prepared = await prepareUser({ ...input, email: known?.email ?? '', role: known?.role ?? 'viewer' });
  await db().$transaction(async (tx) => {
    const { email, role } = await spendLink(tx, 'invitation', input.token);
    if (await tx.user.findUnique({ where: { email }, select: { id: true } }))
      throw new YardmasterError('conflict', 'Somebody with this email address is a user already.');
    await createUser(tx, { ...prepared, email, role });
    const { id, name } = prepared;
    await recordAudit(
      tx,
      { userId: id, name, permissions: permissionsOf(role) },
      { action: 'user.create', targetType: 'user', targetId: id, after: { name, email, role } },
    );
  });
  publish('users');
  return { email: prepared.email };
}
