import { pool } from '@/lib/db/client';
import type { LogLevel } from '@/lib/db/generated/enums';
import { MAX_LOG_LINES } from '../execute/job-logger';
import { grow, LOG_PART, type LogEntry, type LogOutline, type LogPlace } from '../log-outline';
import { logMask } from '../payload-masking';
import { boundedQuery } from './bounded-query';

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warning', 'error'];
const from = (least: LogLevel): LogLevel[] => LEVELS.slice(LEVELS.indexOf(least));

/** A log of any length may be walked through, but no longer than this. */
const WALK_MS = 5_000;
/** Entries found are told up to this many. */
export const MOST_FOUND = 5_000;

/** What a job said, from a level on: how much, where its parts begin, and the newest entries. */
export async function outlineLog(jobId: string, least: LogLevel): Promise<LogOutline> {
  const [anchors, cut] = await Promise.all([
    boundedQuery<LogPlace>(
      `SELECT attempt, seq FROM (
         SELECT attempt, seq, row_number() OVER (ORDER BY attempt, seq) AS n FROM job_log_entry
          WHERE job_id = $1 AND level = ANY($2::log_level[])) numbered
        WHERE n % ${LOG_PART} = 1 ORDER BY n`,
      [jobId, from(least)],
      WALK_MS,
    ),
    pool().query<{ attempt: number }>(
      'SELECT attempt FROM job_log_entry WHERE job_id = $1 AND seq = $2 ORDER BY attempt',
      [jobId, MAX_LOG_LINES],
    ),
  ]);
  const known = anchors.slice(0, -2);
  const first = anchors[known.length];
  // Whatever is written meanwhile comes with the tail: the two reads agree by construction.
  const tail = first ? await select(jobId, least, '>=', first, 2 * LOG_PART) : [];
  return grow(
    {
      total: known.length * LOG_PART,
      anchors: known,
      tail: [],
      cut: cut.rows.map(({ attempt }) => attempt),
    },
    tail,
  );
}

/** One part of a log: from a place on, oldest first. */
export const readLogPart = (jobId: string, least: LogLevel, first: LogPlace): Promise<LogEntry[]> =>
  select(jobId, least, '>=', first, LOG_PART);

/** What was added after a place, oldest first; `more` when that was not all. */
export async function readLogAfter(
  jobId: string,
  least: LogLevel,
  last: LogPlace,
): Promise<{ entries: LogEntry[]; more: boolean }> {
  const most = 4 * LOG_PART;
  const entries = await select(jobId, least, '>', last, most + 1);
  return { entries: entries.slice(0, most), more: entries.length > most };
}

/** Where something stands in a log: the indexes of the entries that contain it, at most 5,000. */
export interface LogFinds {
  indexes: number[];
  more: boolean;
}

/** Looks for a text among the entries of a level on, in upper and lower case alike, without escape sequences. */
export async function findInLog(jobId: string, least: LogLevel, text: string): Promise<LogFinds> {
  const rows = await boundedQuery<{ index: number }>(
    `SELECT (n - 1)::int AS index FROM (
       SELECT message, row_number() OVER (ORDER BY attempt, seq) AS n FROM job_log_entry
        WHERE job_id = $1 AND level = ANY($2::log_level[])) numbered
      WHERE CASE WHEN message LIKE E'%\\x1b%' THEN regexp_replace(message, E'\\x1b\\\\[[0-?]*[ -/]*[@-~]', '', 'g')
              ELSE message END ILIKE $3
      ORDER BY n LIMIT ${MOST_FOUND + 1}`,
    [jobId, from(least), `%${text.replace(/[\\%_]/g, '\\$&')}%`],
    WALK_MS,
  );
  return { indexes: rows.slice(0, MOST_FOUND).map(({ index }) => index), more: rows.length > MOST_FOUND };
}

const STREAMED = 2_000;

/** The whole log, a batch at a time, in constant memory. */
export async function* walkLog(jobId: string, least: LogLevel): AsyncGenerator<LogEntry[]> {
  for (let last: LogPlace = { attempt: -1, seq: -1 }; ; ) {
    const batch = await select(jobId, least, '>', last, STREAMED);
    if (batch.length > 0) yield batch;
    const end = batch.at(-1);
    if (!end || batch.length < STREAMED) return;
    last = end;
  }
}

async function select(
  jobId: string,
  least: LogLevel,
  than: '>' | '>=',
  place: LogPlace,
  most: number,
): Promise<LogEntry[]> {
  const { rows } = await pool().query<Omit<LogEntry, 'at'> & { at: Date }>(
    `SELECT attempt, seq, at, level, message FROM job_log_entry
      WHERE job_id = $1 AND level = ANY($2::log_level[]) AND (attempt, seq) ${than} ($3, $4)
      ORDER BY attempt, seq LIMIT $5`,
    [jobId, from(least), place.attempt, place.seq, most],
  );
  const shown = rows.length > 0 ? await logMask(jobId) : String;
  return rows.map((row) => ({ ...row, message: shown(row.message), at: row.at.toISOString() }));
}
