import { Cron } from 'croner';
import type { Prisma } from '@/lib/db/client';
import type { World } from './rows';

type Given = Partial<Prisma.ScheduleCreateManyInput> &
  Pick<Prisma.ScheduleCreateManyInput, 'runner' | 'name'>;

export interface Schedules {
  housekeeping: string;
  importOrders: string;
  nightlyReport: string;
  failing: string;
}

/** Adds a schedule that began this many days ago. */
export function addSchedule({ clock, schedules }: World, days: number, given: Given): string {
  const anchorAt = new Date(Math.floor(clock.ago(days * 1440).getTime() / 3_600_000) * 3_600_000);
  const id = clock.idAt(anchorAt);
  schedules.push({ id, queue: 'default', timeoutMs: 300_000, anchorAt, createdAt: anchorAt, ...given });
  return id;
}

/** Schedules of every kind: interval, cron with a zone, system, overridden, paused, failing, ended. */
export function addSchedules(world: World): Schedules {
  const { clock } = world;
  const housekeeping = addSchedule(world, 40, {
    runner: 'core.HousekeepingJob',
    name: 'Housekeeping',
    queue: 'low',
    intervalMinutes: 120,
    systemKey: 'core.HousekeepingJob',
    declared: { intervalMinutes: 60, queue: 'low' },
    overridden: ['intervalMinutes'],
  });
  addSchedule(world, 40, {
    runner: 'core.RetentionJob',
    name: 'Retention',
    intervalMinutes: 720,
    systemKey: 'core.RetentionJob',
    declared: { intervalMinutes: 1440, queue: 'default' },
    overridden: ['intervalMinutes'],
  });
  addSchedule(world, 35, {
    runner: 'warehouse.TidyShelvesJob',
    name: 'Tidy the shelves',
    intervalMinutes: 1440,
    systemKey: 'warehouse.TidyShelvesJob',
    declared: { intervalMinutes: 1440, queue: 'default' },
  });
  const importOrders = addSchedule(world, 12, {
    runner: 'warehouse.ImportOrdersJob',
    name: 'Import orders',
    queue: 'high',
    intervalMinutes: 15,
    args: { since: 'last run', full: false },
    maxRetries: 2,
  });
  const nightlyReport = addSchedule(world, 30, {
    runner: 'reports.NightlyReportJob',
    name: 'Nightly report',
    cron: '30 2 * * 1-5',
    timeZone: 'Europe/Paris',
    args: { recipients: ['reports@example.com'] },
    overlap: 'queue',
  });
  const failing = addSchedule(world, 9, {
    runner: 'reports.ExportInvoicesJob',
    name: 'Export invoices to the accounting system',
    intervalMinutes: 240,
  });
  addSchedule(world, 20, {
    runner: 'warehouse.RebuildIndexJob',
    name: 'Rebuild the search index',
    cron: '0 4 * * 0',
    pausedAt: clock.ago(1500),
    pausedBy: 'Administrator',
    pauseReason: 'Until the new index is on its own disk.',
  });
  addSchedule(world, 25, {
    runner: 'data_sources.SyncDataSourceJob',
    name: 'Sync data source',
    queue: 'data_sources.sync',
    intervalMinutes: 1440,
    objectType: 'data_sources.data_source',
    objectId: clock.idAt(clock.ago(25 * 1440)),
    endedAt: clock.ago(4000),
    endReason: 'object_deleted',
  });
  return { housekeeping, importOrders, nightlyReport, failing };
}

/** Arms the next occurrence of every schedule in force, as the engine would have done. */
export function armSchedules(world: World): void {
  for (const schedule of world.schedules) {
    if (schedule.endedAt || schedule.pausedAt) continue;
    const period = (schedule.intervalMinutes ?? 1440) * 60_000;
    const runAt = schedule.cron
      ? (new Cron(schedule.cron, { timezone: schedule.timeZone }).nextRun(world.clock.now) ?? world.clock.now)
      : nextOnGrid(new Date(schedule.anchorAt), period, world.clock.now);
    const createdAt = new Date(runAt.getTime() - period);
    world.jobs.push({
      id: world.clock.idAt(createdAt),
      runner: schedule.runner,
      name: schedule.name,
      queue: schedule.queue,
      status: 'scheduled',
      args: schedule.args as Prisma.InputJsonValue,
      objectType: schedule.objectType,
      objectId: schedule.objectId,
      scheduleId: schedule.id,
      occurrenceAt: runAt,
      interval: schedule.intervalMinutes,
      armed: true,
      timeoutMs: schedule.timeoutMs,
      maxRetries: schedule.maxRetries,
      createdAt,
      runAt,
    });
  }
}

function nextOnGrid(anchor: Date, periodMs: number, now: Date): Date {
  const periods = Math.floor((now.getTime() - anchor.getTime()) / periodMs) + 1;
  return new Date(anchor.getTime() + periods * periodMs);
}
