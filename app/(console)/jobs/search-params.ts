import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import {
  type JobCursor,
  type JobFilter,
  parseObject,
  TIME_WINDOWS,
  TIMES_OF_JOB,
  type TimeWindow,
} from '@/lib/jobs/job-filter';
import { ALL_SORTS, canSort, type JobSort, NEWEST_FIRST } from '@/lib/jobs/job-sort';
import { ALL_STATUSES, JOB_REASONS, type JobReason } from '@/lib/jobs/status';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MAX_TEXT = 200;

/** The state of the list in the address. What does not parse counts as absent. */
export const jobsParams = {
  status: parseAsArrayOf(parseAsStringLiteral(ALL_STATUSES)).withDefault([]),
  queue: parseAsString,
  runner: parseAsString,
  object: parseAsString,
  schedule: parseAsString,
  user: parseAsString,
  reason: parseAsStringLiteral(Object.keys(JOB_REASONS) as JobReason[]),
  worker: parseAsString,
  again: parseAsString,
  fingerprint: parseAsString,
  of: parseAsStringLiteral(TIMES_OF_JOB).withDefault('created'),
  time: parseAsStringLiteral(Object.keys(TIME_WINDOWS) as TimeWindow[]),
  from: parseAsString,
  to: parseAsString,
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(ALL_SORTS).withDefault(NEWEST_FIRST),
  columns: parseAsArrayOf(parseAsString).withDefault([]),
  older: parseAsString,
  newer: parseAsString,
};

export type JobsParams = inferParserType<typeof jobsParams>;

export const loadJobsParams = createLoader(jobsParams);
export const jobsHref = createSerializer(jobsParams);

const uuid = (text: string | null): string | null => (text && UUID.test(text) ? text : null);
const short = (text: string | null): string | null => (text && text.length <= MAX_TEXT ? text : null);
const moment = (text: string | null): string | null => {
  const ms = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
};

export const filterOf = (params: JobsParams): JobFilter => ({
  statuses: params.status,
  queue: short(params.queue),
  runner: short(params.runner),
  object: params.object ? parseObject(params.object) : null,
  scheduleId: uuid(params.schedule),
  userId: short(params.user),
  reason: params.reason,
  workerId: uuid(params.worker),
  againOfId: uuid(params.again),
  fingerprint: short(params.fingerprint),
  timeOf: params.of,
  window: params.time,
  from: moment(params.from),
  to: moment(params.to),
  search: params.q.trim().slice(0, MAX_TEXT),
  ids: null,
});

/** The address of the list with a filter and an order, such as a saved view's. */
export const hrefOf = (filter: JobFilter, sort: JobSort, columns: readonly string[]): string =>
  jobsHref('/jobs', {
    status: [...filter.statuses],
    queue: filter.queue,
    runner: filter.runner,
    object: filter.object && `${filter.object.type}:${filter.object.id}`,
    schedule: filter.scheduleId,
    user: filter.userId,
    reason: filter.reason,
    worker: filter.workerId,
    again: filter.againOfId,
    fingerprint: filter.fingerprint,
    of: filter.timeOf,
    time: filter.window,
    from: filter.from,
    to: filter.to,
    q: filter.search,
    sort,
    columns: [...columns],
  });

/** An order that has no sense for the statuses that are asked for counts as absent. */
export const sortOf = (params: JobsParams): JobSort =>
  canSort(params.status, params.sort) ? params.sort : NEWEST_FIRST;

export const cursorOf = (params: JobsParams): JobCursor => ({
  olderThan: short(params.older),
  newerThan: short(params.older) ? null : short(params.newer),
});
