'use server';

import { changePassword } from '@/lib/auth/commands/change-password';
import { renameAccount } from '@/lib/auth/commands/rename-account';
import { revokeOtherSessions } from '@/lib/auth/commands/revoke-other-sessions';
import { revokeSession } from '@/lib/auth/commands/revoke-session';
import { defineAction } from '@/lib/web/action';

export const renameAccountAction = defineAction(renameAccount);
export const changePasswordAction = defineAction(changePassword);
export const revokeSessionAction = defineAction(revokeSession);
export const revokeOtherSessionsAction = defineAction(revokeOtherSessions);
