'use server';

import { changeRole } from '@/lib/auth/commands/change-role';
import { disableUser } from '@/lib/auth/commands/disable-user';
import { enableUser } from '@/lib/auth/commands/enable-user';
import { inviteUser } from '@/lib/auth/commands/invite-user';
import { issuePasswordLink } from '@/lib/auth/commands/issue-password-link';
import { withdrawInvitation } from '@/lib/auth/commands/withdraw-invitation';
import { defineAction } from '@/lib/web/action';

export const inviteUserAction = defineAction(inviteUser);
export const withdrawInvitationAction = defineAction(withdrawInvitation);
export const changeRoleAction = defineAction(changeRole);
export const disableUserAction = defineAction(disableUser);
export const enableUserAction = defineAction(enableUser);
export const issuePasswordLinkAction = defineAction(issuePasswordLink);
