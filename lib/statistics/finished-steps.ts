import { pool } from '@/lib/db/client';
import type { StepCount } from './count-steps';

/** Charts whose finished steps are kept, those read last. A chart of a month with wide histograms takes half a megabyte. */
const MOST_KEPT = 20;

/**
 * Hours are added up anew as long as ends may come late (plugins/core/statistics/add-up-hours.ts), which is little more than a
 * day; what is older does not change.
 */
const FINISHED = `
  SELECT (extract(epoch FROM max(at) - interval '30 hours') * 1000)::float8 AS "beforeMs",
    pg_relation_filenode('job_statistic_hour')::text AS "table" FROM job_statistic_hour`;

type Steps = Map<number, StepCount | undefined>;
/** `table`: a table that was emptied or made anew has another number, and nothing of before holds. */
const kept = new Map<string, { table: string | null; steps: Steps }>();

/**
 * The counts of a chart's steps (their starts, oldest first, in Unix milliseconds), of which those that cannot change any more are
 * read once: `read` gives the steps from a moment on.
 */
export async function countWithFinished(
  chart: string,
  { starts, stepMs }: { starts: readonly number[]; stepMs: number },
  read: (fromMs: number) => Promise<Map<number, StepCount>>,
): Promise<Steps> {
  const { rows } = await pool().query<{ beforeMs: number | null; table: string | null }>(FINISHED);
  const { beforeMs = null, table = null } = rows[0] ?? {};
  const before = kept.get(chart);
  const known: Steps = before?.table === table ? before.steps : new Map();
  const counts = await read(starts.find((start) => !known.has(start)) ?? 0);
  const all: Steps = new Map(starts.map((start) => [start, known.get(start) ?? counts.get(start)]));
  const isFinished = (start: number) => beforeMs !== null && start + stepMs <= beforeMs;
  // Set anew, it is the last to go.
  kept.delete(chart);
  kept.set(chart, { table, steps: new Map([...all].filter(([start]) => isFinished(start))) });
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  return all;
}
