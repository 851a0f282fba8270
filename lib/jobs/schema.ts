import { z } from 'zod';
import { type JobCursor, type JobFilter, parseObject, TIME_WINDOWS, type TimeWindow } from './job-filter';
import { ALL_STATUSES } from './status';

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

/** The query string of `/api/jobs`: a filter, a cursor, and the ids on screen when they are to be read again. */
export const jobsQuerySchema = z
  .object({
    status: listOf(z.enum(ALL_STATUSES)).default([]),
    queue: text.nullable().default(null),
    runner: text.nullable().default(null),
    object: object.nullable().default(null),
    schedule: z.uuid().nullable().default(null),
    window: z
      .enum(Object.keys(TIME_WINDOWS) as TimeWindow[])
      .nullable()
      .default(null),
    search: text.default(''),
    olderThan: z.uuid().nullable().default(null),
    newerThan: z.uuid().nullable().default(null),
    shown: listOf(z.uuid()).pipe(z.array(z.uuid()).max(PAGE_ROWS)).optional(),
  })
  .transform(({ status, schedule, olderThan, newerThan, shown, ...rest }) => ({
    filter: { ...rest, statuses: status, scheduleId: schedule } satisfies JobFilter,
    cursor: { olderThan, newerThan } satisfies JobCursor,
    shown,
  }));

const place = z
  .string()
  .regex(/^\d{1,9}\.\d{1,9}$/, 'expected attempt.seq')
  .transform((value) => {
    const [attempt, seq] = value.split('.').map(Number);
    return { attempt: attempt ?? 0, seq: seq ?? 0 };
  });

/** The query string of `/api/jobs/[id]/log`: the least level, and from where on. */
export const jobLogQuerySchema = z.object({
  level: z.enum(['debug', 'info', 'warning', 'error']).default('debug'),
  after: place.optional(),
  before: place.optional(),
});

export const jobParams = z.object({ id: z.uuid() });
