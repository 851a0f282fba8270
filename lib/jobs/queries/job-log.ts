import { pool } from '@/lib/db/client';
import type { LogLevel } from '@/lib/db/generated/enums';

/** One entry of a job's log. (attempt, seq) is the order of reading; `at` is ISO 8601. */
export interface LogEntry {
  attempt: number;
  seq: number;
  at: string;
  level: LogLevel;
  message: string;
}

/** A stretch of a log, oldest first. */
export interface LogPart {
  entries: LogEntry[];
  /** Whether there are entries before the first of these (after the last, when read with `after`). */
  more: boolean;
}

/** Where a stretch ends or begins. */
export interface LogPlace {
  attempt: number;
  seq: number;
}

export const LOG_PART = 500;

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warning', 'error'];

/**
 * A stretch of at most 500 entries of `least` level or above: those after a place, those before one, or the newest.
 */
export async function listJobLog(
  jobId: string,
  least: LogLevel,
  from: { after?: LogPlace; before?: LogPlace } = {},
): Promise<LogPart> {
  const values: unknown[] = [jobId, LEVELS.slice(LEVELS.indexOf(least)), LOG_PART + 1];
  const place = from.after ?? from.before;
  const beyond = place ? `AND (attempt, seq) ${from.after ? '>' : '<'} ($4, $5)` : '';
  if (place) values.push(place.attempt, place.seq);
  const order = from.after ? 'ASC' : 'DESC';
  const { rows } = await pool().query<Omit<LogEntry, 'at'> & { at: Date }>(
    `SELECT attempt, seq, at, level, message FROM job_log_entry
      WHERE job_id = $1 AND level = ANY($2::log_level[]) ${beyond}
      ORDER BY attempt ${order}, seq ${order} LIMIT $3`,
    values,
  );
  const entries = rows.slice(0, LOG_PART).map((row) => ({ ...row, at: row.at.toISOString() }));
  if (!from.after) entries.reverse();
  return { entries, more: rows.length > LOG_PART };
}
