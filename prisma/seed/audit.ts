import type { Prisma } from '@/lib/db/client';
import type { World } from './rows';
import type { Schedules } from './schedules';
import type { Workers } from './workers';

/** Who tried to sign in and could not. */
export const STRANGER = 'root@example.com';

type Done = Omit<Prisma.AuditEventCreateManyInput, 'id' | 'at' | 'actor'> & { actor?: string };

/** What people did to make the world what it is, as their commands would have told it. */
export function addAudit(
  world: World,
  { workers, schedules, operation }: { workers: Workers; schedules: Schedules; operation: string },
): void {
  const { clock } = world;
  const done = (minutesAgo: number, given: Done) => {
    const at = clock.ago(minutesAgo);
    world.audit.push({ id: clock.idAt(at), at, actor: 'Administrator', ...given });
  };
  const schedule = (id: string) => ({ targetType: 'schedule', targetId: id });
  done(20_000, {
    action: 'schedule.edit',
    ...schedule(schedules.housekeeping),
    before: { intervalMinutes: 60 },
    after: { intervalMinutes: 120 },
  });
  for (const { queue, pausedAt, pauseReason: reason } of world.queues) {
    if (!pausedAt) continue;
    done((clock.now.getTime() - new Date(pausedAt).getTime()) / 60_000, {
      ...{ action: 'queue.pause', targetType: 'queue', targetId: queue, before: { paused: false } },
      after: { paused: true, ...(reason ? { reason } : {}) },
    });
  }
  for (const { id, cancelReason: reason } of world.jobs.filter((job) => job.cancelAskedBy)) {
    done(54, {
      ...{ action: 'job.cancel', targetType: 'job', targetId: id },
      after: { status: 'cancelled', ...(reason ? { reason } : {}) },
    });
  }
  done(58, {
    ...{ action: 'bulk.retry', targetType: 'bulk', targetId: operation },
    after: { filter: 'runner=reports.ExportInvoicesJob&search=invoice', matched: 20 },
  });
  done(30, {
    ...{ action: 'worker.quiet', targetType: 'worker', targetId: workers.quiet, before: { asked: null } },
    after: { asked: 'quiet', worker: 'worker-2' },
  });
  for (const minutesAgo of [412, 411, 410]) {
    done(minutesAgo, {
      ...{ actor: 'Somebody signed out', action: 'session.refuse', targetType: 'account' },
      ...{ targetId: STRANGER, after: { reason: 'wrong account or password' } },
    });
  }
}
