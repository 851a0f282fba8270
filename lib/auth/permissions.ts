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

const ranks: Role[] = ['viewer', 'operator', 'administrator'];

/** Every permission a role holds, those of the lesser roles included. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return new Set(
    ranks.slice(0, ranks.indexOf(role) + 1).flatMap((rank): readonly Permission[] => granted[rank]),
  );
}
