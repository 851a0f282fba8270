import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { type Permission, permissionsOf } from '@/lib/auth/permissions';

const everyPermission: readonly Permission[] = [...permissionsOf('administrator')];

/** Which permission was missing, and the page that wanted it. */
export const loadNoAccessParams = createLoader({
  needs: parseAsStringLiteral(everyPermission),
  from: parseAsString,
});
