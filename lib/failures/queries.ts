import { pool } from '@/lib/db/client';
import type { JobStatus } from '@/lib/db/generated/enums';
import { type PayloadReader, textMask, WITHOUT_PAYLOADS } from '@/lib/jobs/payload-masking';
import type { Json } from '@/lib/masking/mask-secrets';
import { DEPTH_LIMIT } from '@/lib/queues/depth';
import { STATISTICS_WINDOWS, type StatisticsWindow } from '@/lib/statistics/windows';

/** Jobs that failed in the same way. */
export interface FailureGroup {
  runner: string;
  fingerprint: string;
  /** How the last of them ended. */
  status: JobStatus;
  /** The first line of the last one's error; empty where it had none. */
  error: string;
  /** How many ended so since the first, those since retried or deleted included. */
  count: number;
  /** How many of them are failed now, so can be retried; counted up to 10,000, more is shown as "10,000+". */
  failedNow: number;
  /** ISO 8601. */
  firstSeenAt: string;
  lastSeenAt: string;
}

const MOST_SHOWN = 8;
/** So many of the latest groups are looked at to find the largest. */
const MOST_READ = 50;
/** Beyond so many, groups count as equally large when those to show are chosen: fifty of ten thousand each would be half a million. */
const MOST_RANKED = 1_000;

/** The largest of the groups that grew within a window, by how many jobs are failed now. */
export async function listFailureGroups(
  window: StatisticsWindow,
  reader: PayloadReader = WITHOUT_PAYLOADS,
): Promise<FailureGroup[]> {
  const { rows } = await pool().query<Omit<FailureGroup, 'firstSeenAt' | 'lastSeenAt'> & Seen>(
    `SELECT g.runner, g.fingerprint, g.status, split_part(g.error, E'\\n', 1) AS error, g.count, now_failed.count AS "failedNow",
       (SELECT args FROM job WHERE id = g.job_id) AS args,
       g.first_seen_at AS "firstSeenAt", g.last_seen_at AS "lastSeenAt"
     FROM (SELECT latest.* FROM (SELECT * FROM failure_group WHERE last_seen_at >= now() - $1 * interval '1 millisecond'
         ORDER BY last_seen_at DESC LIMIT ${MOST_READ}) latest
       CROSS JOIN LATERAL (${countOf('latest', String(MOST_RANKED))}) ranked
       ORDER BY ranked.count DESC, latest.last_seen_at DESC LIMIT ${MOST_SHOWN}) g
     CROSS JOIN LATERAL (${countOf('g', '$2')}) now_failed
     ORDER BY now_failed.count DESC, g.last_seen_at DESC`,
    [STATISTICS_WINDOWS[window].lengthMs, DEPTH_LIMIT],
  );
  const masks = await Promise.all(rows.map(({ runner, args }) => textMask(runner, args, reader)));
  return rows.map(({ args: _, ...row }, index) => ({
    ...row,
    error: masks[index]?.(row.error) ?? '',
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  }));
}

const countOf = (group: string, most: string): string =>
  `SELECT count(*)::int FROM (SELECT 1 FROM job WHERE fingerprint = ${group}.fingerprint LIMIT ${most}) capped`;

interface Seen {
  /** Of the job whose error is shown; null once it is gone. */
  args: Json;
  firstSeenAt: Date;
  lastSeenAt: Date;
}
