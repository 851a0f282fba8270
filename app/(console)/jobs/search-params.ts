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
  type TimeWindow,
} from '@/lib/jobs/job-filter';
import { ALL_STATUSES } from '@/lib/jobs/status';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The state of the list in the address. What does not parse counts as absent. */
export const jobsParams = {
  status: parseAsArrayOf(parseAsStringLiteral(ALL_STATUSES)).withDefault([]),
  queue: parseAsString,
  runner: parseAsString,
  object: parseAsString,
  schedule: parseAsString,
  time: parseAsStringLiteral(Object.keys(TIME_WINDOWS) as TimeWindow[]),
  q: parseAsString.withDefault(''),
  older: parseAsString,
  newer: parseAsString,
};

export type JobsParams = inferParserType<typeof jobsParams>;

export const loadJobsParams = createLoader(jobsParams);
export const jobsHref = createSerializer(jobsParams);

const uuid = (text: string | null): string | null => (text && UUID.test(text) ? text : null);

export const filterOf = (params: JobsParams): JobFilter => ({
  statuses: params.status,
  queue: params.queue,
  runner: params.runner,
  object: params.object ? parseObject(params.object) : null,
  scheduleId: uuid(params.schedule),
  window: params.time,
  search: params.q.trim().slice(0, 200),
});

export const cursorOf = (params: JobsParams): JobCursor => ({
  olderThan: uuid(params.older),
  newerThan: uuid(params.older) ? null : uuid(params.newer),
});
