import type { Actor } from '@/lib/auth/actor';
import { pool } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';
import { maskArgs, payloadReader } from '@/lib/jobs/payload-masking';
import { nextTimes } from '@/lib/jobs/schedule/rhythm';
import type { Json } from '@/lib/masking/mask-secrets';
import { type Drift, driftOf } from './drift';
import { inCode } from './in-code';
import { listMarks, type OccurrenceMark } from './marks';
import { type ScheduleRow, type ScheduleSummary, SUMMARY_COLUMNS, SUMMARY_JOINS, toSummaries } from './rows';
import type { ScheduleFilter } from './schema';

const PAGE_SIZE = 50;
const UUID_LENGTH = 36;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface SchedulePage {
  items: ScheduleSummary[];
  /** Cursor for `after`; null on the last page. */
  next: string | null;
  /** Cursor for `before`; null on the first page. */
  previous: string | null;
}

export interface ScheduleDetail extends ScheduleSummary {
  /** Secrets masked; null without the permission `payloads.view`; then `argsHidden` is true. */
  args: unknown;
  argsHidden: boolean;
  /** The next ten times it falls due; empty when paused or ended. ISO 8601. */
  nextTimes: string[];
  overlap: 'skip' | 'queue' | 'allow';
  catchUp: 'one' | 'none' | 'all';
  timeoutMs: number;
  maxRetries: number;
  notifications: 'always' | 'on_failure' | 'never';
  /** Where its code says otherwise than what is in force; empty for one that no code declares. */
  drift: Drift[];
  /** False for a system job that no code declares any more. */
  inCode: boolean;
  /** Its last 60 occurrences that have ended, oldest first. */
  marks: OccurrenceMark[];
  /** The user who made it; null for system jobs and users that are gone. */
  createdBy: string | null;
  /** ISO 8601. */
  createdAt: string;
  anchorAt: string;
}

/** A page of 50 schedules by name. A cursor that makes no sense shows the first page. */
export async function listSchedules(filter: ScheduleFilter): Promise<SchedulePage> {
  const backwards = filter.before !== null;
  const cursor = readCursor(filter.before ?? filter.after);
  const conditions = [stateCondition(filter.state)];
  const values: unknown[] = [PAGE_SIZE + 1];
  if (filter.search) {
    values.push(`%${filter.search.replaceAll(/[\\%_]/g, '\\$&')}%`);
    conditions.push(`(s.name ILIKE $${values.length} OR s.runner ILIKE $${values.length})`);
  }
  if (cursor) {
    values.push(cursor.name, cursor.id);
    conditions.push(
      `(s.name, s.id) ${backwards ? '<' : '>'} ($${values.length - 1}, $${values.length}::uuid)`,
    );
  }
  const direction = backwards ? 'DESC' : 'ASC';
  const { rows } = await pool().query<ScheduleRow>(
    `SELECT ${SUMMARY_COLUMNS}
       FROM (SELECT * FROM schedule s WHERE ${conditions.join(' AND ')}
              ORDER BY s.name ${direction}, s.id ${direction} LIMIT $1) s ${SUMMARY_JOINS}
      ORDER BY s.name ${direction}, s.id ${direction}`,
    values,
  );
  const more = rows.length > PAGE_SIZE;
  const items = await toSummaries(rows.slice(0, PAGE_SIZE));
  if (backwards) items.reverse();
  const first = items.at(0);
  const last = items.at(-1);
  const hasNext = backwards ? cursor !== null : more;
  const hasPrevious = backwards ? more : cursor !== null;
  return {
    items,
    next: last && hasNext ? last.id + last.name : null,
    previous: first && hasPrevious ? first.id + first.name : null,
  };
}

/** One schedule with everything its page shows. @throws YardmasterError `not_found` */
export async function getSchedule(id: string, actor: Actor): Promise<ScheduleDetail> {
  const schedule = await findSchedule(id, actor);
  if (!schedule) throw new YardmasterError('not_found', `There is no schedule ${id}.`);
  return schedule;
}

/** As `getSchedule`; null when there is none with this id. */
export async function findSchedule(id: string, actor: Actor): Promise<ScheduleDetail | null> {
  const { rows } = UUID.test(id) ? await pool().query<DetailRow>(GET_SCHEDULE, [id]) : { rows: [] };
  const [row, [summary]] = [rows[0], await toSummaries(rows)];
  if (!row || !summary) return null;
  const { payloads } = payloadReader(actor);
  return {
    ...summary,
    overlap: row.overlap,
    catchUp: row.catchUp,
    timeoutMs: row.timeoutMs,
    maxRetries: row.maxRetries,
    notifications: row.notifications,
    args: payloads ? await maskArgs(row.runner, row.args) : null,
    argsHidden: !payloads,
    drift: await driftOf(row),
    inCode: !row.system || (await inCode(row.runner)),
    marks: await listMarks(row.id),
    nextTimes: summary.state === 'active' ? timesOf(row) : [],
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    anchorAt: row.anchorAt.toISOString(),
  };
}

type DetailRow = ScheduleRow &
  Pick<ScheduleDetail, 'overlap' | 'catchUp' | 'timeoutMs' | 'maxRetries' | 'notifications'> &
  Pick<ScheduleDetail, 'createdBy'> & { args: Json; declared: Json; createdAt: Date; anchorAt: Date };

const GET_SCHEDULE = `
  SELECT ${SUMMARY_COLUMNS}, s.args, s.overlap, s.catch_up AS "catchUp", s.timeout_ms AS "timeoutMs",
         s.max_retries AS "maxRetries", s.notifications, s.declared, u.name AS "createdBy",
         s.created_at AS "createdAt", s.anchor_at AS "anchorAt"
    FROM schedule s LEFT JOIN "user" u ON u.id = s.user_id ${SUMMARY_JOINS}
   WHERE s.id = $1`;

function timesOf(row: DetailRow): string[] {
  return nextTimes(row, new Date(), 10).map((time) => time.toISOString());
}

function stateCondition(state: ScheduleFilter['state']): string {
  if (state === 'ended') return 's.ended_at IS NOT NULL';
  if (state === 'paused') return 's.ended_at IS NULL AND s.paused_at IS NOT NULL';
  if (state === 'active') return 's.ended_at IS NULL AND s.paused_at IS NULL';
  return 's.ended_at IS NULL';
}

/** A cursor is the row's id followed by its name. */
function readCursor(cursor: string | null): { id: string; name: string } | null {
  const id = cursor?.slice(0, UUID_LENGTH) ?? '';
  return UUID.test(id) ? { id, name: cursor?.slice(UUID_LENGTH) ?? '' } : null;
}
