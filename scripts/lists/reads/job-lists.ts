import { previewBulk } from '@/lib/bulk/preview';
import { ALL_VERBS } from '@/lib/bulk/verbs';
import { exportJobs } from '@/lib/jobs/export-jobs';
import {
  FIRST_PAGE,
  type JobCursor,
  type JobFilter,
  LOOK_LIMIT,
  NO_FILTER,
  TIME_WINDOWS,
  TIMES_OF_JOB,
  type TimeWindow,
} from '@/lib/jobs/job-filter';
import {
  ALL_SORTS,
  canSort,
  formatPlace,
  type JobSort,
  NEWEST_FIRST,
  SORT_WORDS,
  type SortKey,
  sortKey,
} from '@/lib/jobs/job-sort';
import { COUNT_LIMIT, countJobs, countMatching } from '@/lib/jobs/queries/count-jobs';
import { listJobs } from '@/lib/jobs/queries/list-jobs';
import { refreshJobs } from '@/lib/jobs/queries/refresh-jobs';
import { ALL_STATUSES, JOB_REASONS, type JobReason } from '@/lib/jobs/status';
import { PAGE, type Read } from './read';
import type { Subjects } from './subjects';

/** A filter, what it is called, and whether an index answers it. */
interface Part {
  name: string;
  filter: JobFilter;
  /** The order in which an index answers it; null: none does, in no order. */
  served: SortKey | null;
}

const part = (name: string, filter: Partial<JobFilter>, served: SortKey | null = 'created'): Part => ({
  name,
  filter: { ...NO_FILTER, ...filter },
  served,
});

const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

/** Every part of a filter, and the values that matter: a part that is added to the filter does not compile without one here. */
const parts = (of: Subjects): Record<keyof JobFilter, Part[]> => ({
  statuses: [
    ...ALL_STATUSES.map((status) => part(status, { statuses: [status] })),
    part('what lives', { statuses: ['pending', 'scheduled', 'running'] }),
    part('what is unwell', { statuses: ['failed', 'errored'] }),
    part('all but cancelled', { statuses: ALL_STATUSES.filter((status) => status !== 'cancelled') }),
  ],
  queue: ['default', 'low', 'shop.exports', 'of.nobody'].map((queue) => part(`queue ${queue}`, { queue })),
  runner: ['shop.SyncOrders', 'shop.CloseTheBooks', 'of.Nobody'].map((runner) =>
    part(`runner ${runner}`, { runner }),
  ),
  object: [of.object, '1999', 'none'].map((id) =>
    part(`object ${id}`, { object: { type: 'shop.site', id } }),
  ),
  scheduleId: [part('schedule', { scheduleId: of.schedule })],
  userId: ['user-1', 'nobody'].map((userId) => part(`user ${userId}`, { userId })),
  reason: (Object.keys(JOB_REASONS) as JobReason[]).map((reason) => part(`reason ${reason}`, { reason })),
  workerId: [of.worker, of.schedule].map((workerId) => part(`worker ${workerId}`, { workerId })),
  againOfId: [part('again of', { againOfId: of.againOf })],
  fingerprint: [part('fingerprint', { fingerprint: of.fingerprint })],
  timeOf: TIMES_OF_JOB.map((timeOf) => part(`${timeOf} within a day`, { timeOf, window: '24h' }, timeOf)),
  window: (Object.keys(TIME_WINDOWS) as TimeWindow[]).map((window) =>
    part(`created within ${window}`, { window }),
  ),
  from: TIMES_OF_JOB.map((timeOf) => part(`${timeOf} from then`, { timeOf, from: ago(60) }, timeOf)),
  to: TIMES_OF_JOB.map((timeOf) =>
    part(`${timeOf} till then`, { timeOf, from: ago(61), to: ago(60) }, timeOf),
  ),
  search: [
    part('the search for an id', { search: of.jobs.failed }),
    ...SEARCHES.map((search) => part(`search ${search}`, { search }, null)),
  ],
  ids: [part('picked', { ids: Object.values(of.jobs) })],
  namesOnly: [part('search order in names', { search: 'order', namesOnly: true }, null)],
});

/** Words that stand in many jobs, in few and in none, and the same of arguments and logs. */
const SEARCHES = [
  'order',
  'site 1733',
  'zzz',
  'args.full:true',
  'args.site.id:77',
  'log:gateway',
  'log:"no such line"',
];

/** Parts that an operator puts together: an index answers one, and its jobs are looked through for the others. */
const together = (of: Subjects): Part[] => [
  part('failures of a runner', { statuses: ['failed', 'errored'], runner: 'shop.CloseTheBooks' }, null),
  part('failures of a queue', { statuses: ['failed', 'errored'], queue: 'shop.exports' }, null),
  part('failures of a day', { statuses: ['failed', 'errored'], window: '24h' }),
  part('failures with words', { statuses: ['failed', 'errored'], search: 'warehouse' }, null),
  part('failures on a worker', { statuses: ['failed', 'errored'], workerId: of.worker }, null),
  part('completed of a queue', { statuses: ['completed'], queue: 'low' }, null),
  part('a runner on a worker', { runner: 'shop.CloseTheBooks', workerId: of.worker }, null),
  part(
    'an object of a runner',
    { runner: 'shop.SyncOrders', object: { type: 'shop.site', id: of.object } },
    null,
  ),
  part('arguments of a runner', { runner: 'shop.SyncOrders', search: 'args.site.id:77' }, null),
];

/** These are looked at in every order; of the others, the usual order and one more tell. */
const IN_EVERY_ORDER = new Set([
  'all',
  'what is unwell',
  'queue low',
  'runner shop.SyncOrders',
  'created within 24h',
]);
/** Two statuses are read, each as far as may be needed, and once more to tell whether there was more. */
const LOOKS = 3.5 * LOOK_LIMIT;
const LINES_A_JOB = 10;
/** Jobs are gone through up to what a count may say, and once more to tell whether there are more. */
const COUNTS = 2 * (COUNT_LIMIT + 1);
const linesOf = ({ search }: JobFilter) => (search.includes('log:') ? LINES_A_JOB : 1);

/** The list of jobs as it can be asked for: each filter, in orders, from the beginning and from its middle, counted and exported. */
export function jobListReads(of: Subjects): Read[] {
  const all = part('all', {});
  const filters = [all, ...Object.values(parts(of)).flat(), ...together(of)];
  return [
    ...filters.flatMap((each) => ordersOf(each).map((sort) => listRead(each, sort))),
    ...ALL_SORTS.flatMap((sort) => [
      listRead(all, sort, { olderThan: placeIn(sort, of), newerThan: null }),
      listRead(all, sort, { olderThan: null, newerThan: placeIn(sort, of) }),
    ]),
    ...filters.map(
      ({ name, filter }): Read => ({
        name: `counts of ${name}`,
        route: 'jobs/counts',
        shows: 0,
        looks: ALL_STATUSES.length * (COUNT_LIMIT + 1),
        run: () => countJobs(filter),
      }),
    ),
    ...filters.map(
      ({ name, filter }): Read => ({
        name: `count of a view: ${name}`,
        route: 'views/counts',
        shows: 0,
        looks: COUNTS * linesOf(filter),
        run: () => countMatching(filter, 300),
      }),
    ),
    ...filters.map(
      ({ name, filter }, place): Read => ({
        name: `dry run: ${name}`,
        route: 'bulk/preview',
        shows: 0,
        looks: COUNTS * linesOf(filter),
        run: () => previewBulk(ALL_VERBS[place % ALL_VERBS.length] ?? 'retry', filter),
      }),
    ),
    // Where words are looked for an export goes through everything, by and by, as it is taken.
    ...filters
      .filter(({ served }) => served === 'created')
      .map(
        ({ name, filter }): Read => ({
          name: `first piece of an export: ${name}`,
          route: 'jobs/export',
          shows: PIECE,
          run: async () => {
            for await (const piece of exportJobs(filter, 'ndjson', { payloads: true })) return piece;
          },
        }),
      ),
    {
      name: 'renewal of a page on screen',
      route: 'jobs',
      shows: 2 * PAGE,
      run: () => refreshJobs(NO_FILTER, FIRST_PAGE, Object.values(of.jobs), NEWEST_FIRST, { payloads: true }),
    },
  ];
}

const PIECE = 500;

function ordersOf({ name, filter, served }: Part): JobSort[] {
  const wanted = IN_EVERY_ORDER.has(name)
    ? ALL_SORTS
    : [
        NEWEST_FIRST,
        '-duration' as const,
        ...(served && served !== 'created' ? [`-${served}` as const] : []),
      ];
  return wanted.filter((sort) => canSort(filter.statuses, sort));
}

function listRead({ name, filter, served }: Part, sort: JobSort, cursor: JobCursor = FIRST_PAGE): Read {
  const from = cursor.olderThan ? ', beyond the middle' : cursor.newerThan ? ', before the middle' : '';
  // All of them are in the index of every sort.
  const isServed = served === sortKey(sort) || filter === NO_FILTER || name === 'all';
  return {
    name: `jobs: ${name}${from}, ${SORT_WORDS[sort]}`,
    route: 'jobs',
    shows: PAGE,
    ...(isServed ? {} : { looks: LOOKS * linesOf(filter) }),
    run: () => listJobs(filter, cursor, sort, { payloads: true }),
  };
}

function placeIn(sort: JobSort, { place: { id, ...moments } }: Subjects): string {
  const key = sortKey(sort);
  return formatPlace({ ms: key === 'created' ? null : moments[key], id });
}
