import type { Role } from '@/lib/db/generated/enums';

/** What each role may do beyond the role before it. */
const granted = {
  viewer: ['jobs.view'],
  operator: [
    'jobs.cancel',
    'jobs.retry',
    'jobs.enqueue',
    'payloads.view',
    'schedules.write',
    'queues.write',
    'data_sources.sync',
  ],
  administrator: ['jobs.delete', 'workers.write', 'data_sources.write', 'audit.view', 'users.write'],
} as const satisfies Record<Role, readonly string[]>;

export type Permission = (typeof granted)[Role][number];

/** The roles, least first. */
export const ranks: readonly Role[] = ['viewer', 'operator', 'administrator'];

export const lesserRole = (one: Role, other: Role): Role =>
  ranks.indexOf(one) <= ranks.indexOf(other) ? one : other;

/** The roles that hold nothing beyond these permissions, least first: what their holder may give to others. */
export const rolesWithin = (permissions: Iterable<Permission>): Role[] => {
  const held = new Set(permissions);
  return ranks.filter((role) => [...permissionsOf(role)].every((permission) => held.has(permission)));
};

/** Every permission a role holds, those of the lesser roles included. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return new Set(
    ranks.slice(0, ranks.indexOf(role) + 1).flatMap((rank): readonly Permission[] => granted[rank]),
  );
}

/** The permissions without which some page or part of one can't be read. Users are listed for those who may change them. */
const reading: readonly Permission[] = ['jobs.view', 'payloads.view', 'audit.view', 'users.write'];

/** What a page offers to somebody who holds these: where nothing can be changed, no button for what would be refused. */
export const offered = (permissions: ReadonlySet<Permission>, readOnly: boolean): Permission[] =>
  [...permissions].filter((permission) => !readOnly || reading.includes(permission));
