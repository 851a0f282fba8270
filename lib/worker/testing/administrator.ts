import type { Actor } from '@/lib/auth/actor';
import { permissionsOf } from '@/lib/auth/permissions';

/** Someone who may do everything, for tests of commands. */
export const administrator: Actor = {
  userId: null,
  name: 'Administrator',
  permissions: permissionsOf('administrator'),
};
