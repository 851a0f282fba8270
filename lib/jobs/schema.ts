import { z } from 'zod';
import {
  type JobCursor,
  type JobFilter,
  MOST_PICKED,
  parseObject,
  TIME_WINDOWS,
  TIMES_OF_JOB,
  type TimeWindow,
} from './job-filter';
import { ALL_SORTS, NEWEST_FIRST } from './job-sort';
import { ALL_STATUSES, JOB_REASONS, type JobReason } from './status';

const PAGE_ROWS = 50;
const MAX_TEXT = 200;

const text = z.string().max(MAX_TEXT);
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(item),
  );

const object = text.transform((value, context) => {
  const ref = parseObject(value);
  if (!ref) context.addIssue({ code: 'custom', message: 'expected type:id' });
  return ref;
});

const none = null;
const id = z.uuid().nullable().default(none);
const choice = <Value extends string>(values: readonly Value[]) => z.enum(values as [Value, ...Value[]]);
const moment = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value).toISOString())
  .nullable()
  .default(none);

const filterShape = z.object({
  status: listOf(z.enum(ALL_STATUSES)).default([]),
  queue: text.nullable().default(none),
  runner: text.nullable().default(none),
  object: object.nullable().default(none),
  schedule: id,
  user: text.nullable().default(none),
  reason: choice(Object.keys(JOB_REASONS) as JobReason[])
    .nullable()
    .default(none),
  worker: id,
  again: id,
  fingerprint: text.nullable().default(none),
  of: choice(TIMES_OF_JOB).default('created'),
  window: choice(Object.keys(TIME_WINDOWS) as TimeWindow[])
    .nullable()
    .default(none),
  from: moment,
  to: moment,
  search: text.default(''),
  ids: listOf(z.uuid()).pipe(z.array(z.uuid()).max(MOST_PICKED)).nullable().default(none),
});

const toFilter = ({ status, schedule, user, worker, again, of, ...rest }: z.output<typeof filterShape>) =>
  ({
    ...rest,
    statuses: status,
    scheduleId: schedule,
    userId: user,
    workerId: worker,
    againOfId: again,
    timeOf: of,
  }) satisfies JobFilter;

/** A filter in the words of a query string, as `jobsQuery` writes it. */
export const jobFilterSchema = filterShape.transform(toFilter);

/** The query string of `/api/jobs/export`: a format beside the parts of a filter. */
export const exportQuery = z.intersection(
  z.object({ format: z.enum(['csv', 'ndjson']) }),
  z.object({}).loose().pipe(jobFilterSchema),
);

/** A filter as the text of a query string. */
export const jobFilterText = z
  .string()
  .max(20_000)
  .transform((query): unknown => Object.fromEntries(new URLSearchParams(query)))
  .pipe(jobFilterSchema);

const sort = choice(ALL_SORTS).default(NEWEST_FIRST);
const cursor = z.string().max(60).nullable().default(none);

/** The query string of `/api/jobs`: a filter, an order, a cursor, and the ids on screen when they are to be read again. */
export const jobsQuerySchema = filterShape
  .extend({
    sort,
    olderThan: cursor,
    newerThan: cursor,
    shown: listOf(z.uuid()).pipe(z.array(z.uuid()).max(PAGE_ROWS)).optional(),
  })
  .transform(({ sort, olderThan, newerThan, shown, ...filter }) => ({
    filter: toFilter(filter),
    sort,
    cursor: { olderThan, newerThan } satisfies JobCursor,
    shown,
  }));

/** A place in a log: `attempt.seq`. */
export const logPlace = z
  .string()
  .regex(/^\d{1,9}\.\d{1,9}$/, 'expected attempt.seq')
  .transform((value) => {
    const [attempt, seq] = value.split('.').map(Number);
    return { attempt: attempt ?? 0, seq: seq ?? 0 };
  });

/** The query string of `/api/jobs/[id]/log` and of what lies below it: the least level. */
export const jobLogQuerySchema = z.object({
  level: z.enum(['debug', 'info', 'warning', 'error']).default('debug'),
});

export const jobLogFindSchema = jobLogQuerySchema.extend({ text: text.min(1) });

export const jobLogDownloadSchema = jobLogQuerySchema.extend({
  format: z.enum(['text', 'ndjson']).default('text'),
});

export const jobParams = z.object({ id: z.uuid() });
