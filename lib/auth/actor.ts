import { YardmasterError } from '@/lib/errors';
import type { Permission } from './permissions';

/** Who acts: a signed-in user, an API key's owner, or the system itself. */
export interface Actor {
  /** The user's id; null for the system itself. */
  readonly userId: string | null;
  /** The name that goes into the audit. */
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  /** The session that acts, when it is a person at the console. */
  readonly sessionId?: string;
}

/** @throws YardmasterError `forbidden` when the actor lacks the permission. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!actor.permissions.has(permission)) {
    throw new YardmasterError(
      'forbidden',
      `This needs the permission ${permission}, which ${actor.name} does not have.`,
    );
  }
}
