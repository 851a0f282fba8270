import type { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { db } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { createUser, prepareUser } from '../create-user';
import { permissionsOf } from '../permissions';
import type { newAdministrator } from '../schema';
import { forgetSetupToken, isSetupTokenValid, lockSetup } from '../setup-token';

/**
 * Makes the first user, an administrator, with the token of the setup link: the one write that no role permits.
 * Of two at once, one wins. @throws YardmasterError `conflict` when the link was used or replaced
 */
export async function createAdministrator(input: z.output<typeof newAdministrator>): Promise<void> {
  refuseSpentToken(await isSetupTokenValid(input.token));
  const prepared = await prepareUser({ ...input, role: 'administrator' });
  await db().$transaction(async (tx) => {
    await lockSetup(tx);
    refuseSpentToken(await isSetupTokenValid(input.token, tx));
    await createUser(tx, prepared);
    await forgetSetupToken(tx);
    const { id, name, email, role } = prepared;
    const actor = { userId: id, name, permissions: permissionsOf(role) };
    await recordAudit(tx, actor, {
      action: 'user.create',
      targetType: 'user',
      targetId: id,
      after: { name, email, role },
    });
  });
}

function refuseSpentToken(valid: boolean): void {
  if (valid) return;
  throw new YardmasterError(
    'conflict',
    'This setup link has been used or replaced. If there is no administrator yet, start Yardmaster again: it prints a new one.',
  );
}
