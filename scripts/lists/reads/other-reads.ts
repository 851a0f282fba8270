import { listApiKeys } from '@/lib/api-keys/queries';
import type { AuditFilter } from '@/lib/audit/audit-filter';
import { EVERYTHING, NEWEST, NO_USER } from '@/lib/audit/audit-filter';
import { listAudit, readAuditFacets } from '@/lib/audit/queries';
import { listSessions, listUsers } from '@/lib/auth/queries';
import { getBulkOperation, listBulkOperations, listBulkOutcomes } from '@/lib/bulk/queries';
import { listJobFacets } from '@/lib/jobs/queries/job-facets';
import { countUnread, listNotifications } from '@/lib/notifications/queries';
import { getOverview } from '@/lib/overview/queries';
import { searchPalette } from '@/lib/palette/queries';
import { DEPTH_LIMIT } from '@/lib/queues/depth';
import { listQueues } from '@/lib/queues/queries';
import { getQueue } from '@/lib/queues/queue-detail';
import { getRunner, listRunners } from '@/lib/runners/queries';
import { getCalendar } from '@/lib/schedules/calendar';
import { getSchedule, listSchedules } from '@/lib/schedules/queries';
import { SCHEDULE_STATES } from '@/lib/schedules/schedule-states';
import { scheduleFilter } from '@/lib/schedules/schema';
import { listSystemJobs } from '@/lib/schedules/system-jobs';
import { depthOf } from '@/lib/statistics/depth';
import { statisticsOf } from '@/lib/statistics/queries';
import { endsByRunner } from '@/lib/statistics/runner-ends';
import { ALL_WINDOWS } from '@/lib/statistics/windows';
import { diagnose } from '@/lib/system/diagnosis';
import { listPlugins } from '@/lib/system/plugins';
import { readSystem } from '@/lib/system/queries';
import { listViews } from '@/lib/views/queries';
import { listWorkers } from '@/lib/workers/queries';
import { readStoreTrouble } from '@/lib/workers/store-trouble';
import { getWorker, readDrift } from '@/lib/workers/worker-detail';
import { getDataFile, listDataFiles } from '@/plugins/data-sources/file-queries';
import { findDataSources } from '@/plugins/data-sources/find-data-sources';
import { getDataSource, listDataSources } from '@/plugins/data-sources/queries';
import { listFilter } from '@/plugins/data-sources/schema';
import { PAGE, type Read } from './read';
import type { Subjects } from './subjects';

const palette = ({ actor }: Subjects, text: string) =>
  Promise.all([searchPalette(actor, text), findDataSources([text])]);

const OUTCOMES = 10;
const QUEUES = 5;
/**
 * Its counts of what lives, by status and by queue, and of the eight largest of fifty groups of failures; whether there are jobs at all,
 * and the last failures of schedules.
 */
const OVERVIEW = (3 + QUEUES + 1 + 8) * DEPTH_LIMIT + 50 * 1_000 + 20_000 + 10_000;

/** Every read but those of jobs themselves: pages that show a few jobs beside what they are about, or none. */
export function otherReads(of: Subjects): Read[] {
  const read = (route: string, name: string, shows: number, run: () => Promise<unknown>): Read => ({
    route,
    name: `${route}${name ? `: ${name}` : ''}`,
    shows,
    run,
  });
  const schedules = SCHEDULE_STATES.map((state) => scheduleFilter.parse({ state }));
  return [
    ...ALL_WINDOWS.map((window) => ({
      ...read('overview', window, 0, () => getOverview(window)),
      looks: OVERVIEW,
    })),
    ...ALL_WINDOWS.map((window) => read('statistics', window, 0, () => statisticsOf({ window }))),
    read('statistics', 'of a queue and runner', 0, () =>
      statisticsOf({ window: '30d', queue: 'default', runner: 'shop.SyncOrders' }),
    ),
    read('statistics/runners', '', 0, endsByRunner),
    ...ALL_WINDOWS.map((window) => read('depth', window, 0, () => depthOf({ window, queue: 'default' }))),
    read('queues', '', QUEUES * (DEPTH_LIMIT + 1) + DEPTH_LIMIT, listQueues),
    read('queues/[name]', '', QUEUES * (DEPTH_LIMIT + 1) + DEPTH_LIMIT, () => getQueue('default')),
    read('workers', '', 200 * 20, listWorkers),
    // What it ran lately, and how its newest thousand went.
    read('workers/[id]', '', 1_020, () => getWorker(of.worker)),
    read('workers/drift', '', 0, readDrift),
    read('stores', '', 0, readStoreTrouble),
    read('runners', '', 50, listRunners),
    read('runners/[key]', '', 20, () => getRunner('core.HousekeepingJob')),
    ...[scheduleFilter.parse({}), ...schedules, scheduleFilter.parse({ search: 'every 7' })].map((filter) =>
      read('schedules', `${filter.state ?? ''} ${filter.search}`, PAGE * (OUTCOMES + 2), () =>
        listSchedules(filter),
      ),
    ),
    read('schedules', 'the next page', PAGE * (OUTCOMES + 2), () =>
      listSchedules({ ...scheduleFilter.parse({}), after: of.moreSchedules }),
    ),
    read('schedules/[id]', '', 60 + OUTCOMES + 2, () => getSchedule(of.schedule, of.actor)),
    read('schedules/calendar', '', 500, () => getCalendar(new Date())),
    read('system-jobs', '', PAGE * (OUTCOMES + 2), listSystemJobs),
    ...auditReads(of).map(([name, filter]) => read('audit', name, PAGE, () => listAudit(filter))),
    read('audit', 'an older page', PAGE, () => listAudit(EVERYTHING, { ...NEWEST, olderThan: of.place.id })),
    read('audit/facets', '', 0, readAuditFacets),
    ...[true, false].map((unread) =>
      read('notifications', unread ? 'unread' : '', 0, () =>
        listNotifications(of.actor, { unread, limit: 50 }),
      ),
    ),
    read('notifications/unread', '', 0, () => countUnread(of.actor)),
    read('bulk', '', 100, listBulkOperations),
    read('bulk/[id]', '', 1, () => getBulkOperation(of.bulk)),
    ...(['all', 'changed', 'skipped', 'gone'] as const).map((what) =>
      read('bulk/[id]/outcomes', what, PAGE, () =>
        listBulkOutcomes(of.bulk, { what, after: null, before: null }),
      ),
    ),
    ...['sync', 'site 1733', of.jobs.failed.slice(0, 8), 'pause low', 'nothing'].map((text) =>
      // Names are looked for among the newest thousand.
      ({ ...read('palette', text, 6, () => palette(of, text)), looks: 1_000 }),
    ),
    read('data-sources', '', 6 * PAGE, () => listDataSources(listFilter.parse({}))),
    read('data-sources', 'search', 6 * PAGE, () => listDataSources(listFilter.parse({ search: 'source 7' }))),
    read('data-sources/[id]', '', 6, () => getDataSource(of.source)),
    read('data-sources/[id]/files', '', 0, () => listDataFiles(of.source, listFilter.parse({}))),
    read('data-sources/[id]/files/[fileId]', '', 0, () => getDataFile(of.source, of.file)),
    read('jobs/facets', '', 1000, listJobFacets),
    read('views', '', 0, () => listViews(of.actor)),
    read('users', '', 0, () => listUsers('user')),
    read('account/sessions', '', 0, () => listSessions('user-1')),
    read('api-keys', '', 0, () => listApiKeys(of.actor)),
    read('plugins', '', 0, listPlugins),
    read('system', '', 0, readSystem),
    // It looks at so many of the newest jobs for each of a few invariants, and says so.
    read('system/doctor', '', 10_000, diagnose),
  ];
}

const auditReads = (of: Subjects): [string, AuditFilter][] => {
  const parts: Record<keyof AuditFilter, Partial<AuditFilter>[]> = {
    user: [{ user: 'user-1' }, { user: NO_USER }, { user: 'user-1', action: 'job.retry' }],
    action: [{ action: 'queue.pause' }, { action: 'of.nobody' }],
    targetType: [{ targetType: 'queue' }, { targetType: 'nothing' }],
    targetId: [{ targetType: 'job', targetId: of.place.id }],
    time: [{ time: '24h' }],
    from: [{ from: new Date(Date.now() - 5_000_000_000).toISOString() }],
    to: [{ to: new Date(Date.now() - 5_000_000_000).toISOString() }],
  };
  return [{}, ...Object.values(parts).flat()].map((part) => [
    JSON.stringify(part),
    { ...EVERYTHING, ...part },
  ]);
};
