import { pool } from '@/lib/db/client';
import { MINUTE_MS } from './end-counter';
import { LATE_AFTER_MS } from './store-counts';

/** Charts whose finished steps are kept, those read last. A chart of a month with wide histograms takes half a megabyte. */
const MOST_KEPT = 20;

/** Longer than any statement that stores counts takes: what was counted in time is there. */
const STORED_WITHIN_MS = 2 * MINUTE_MS;

/**
 * What cannot change any more ends at `beforeMs` (Unix milliseconds; null: nothing is sure). What was kept holds as long as
 * `version` is the same.
 */
interface Finished {
  beforeMs: number | null;
  version: string | null;
}

/** A table that was emptied or made anew has another number, and nothing of before holds; nor does it when something comes late. */
const versionOf = (table: string): string =>
  `pg_relation_filenode('${table}')::text || ' ' || coalesce(late.at::text, '')`;
const LATE = '(SELECT max(late_at) AS at FROM job_statistic WHERE late_at IS NOT NULL) late';
const milliseconds = (time: string): string => `(extract(epoch FROM ${time}) * 1000)::float8`;

/** Minutes change only by what comes late; while something does, more of it may not have been committed yet. */
const OF_MINUTES = `
  SELECT ${versionOf('job_statistic')} AS version,
    CASE WHEN late.at > now() - interval '${STORED_WITHIN_MS} milliseconds' THEN NULL
      ELSE ${milliseconds('now()')} - ${LATE_AFTER_MS + STORED_WITHIN_MS} END AS "beforeMs"
  FROM ${LATE}`;

/**
 * Hours are added up anew whenever one is over (plugins/core/statistics/add-up-hours.ts): when the last one was, those before it
 * were complete but for what has come late since. That changes no more than a day of them.
 */
const OF_HOURS = `
  SELECT ${versionOf('job_statistic_hour')} AS version,
    ${milliseconds(`last.at - CASE WHEN late.at > last.at + interval '1 hour' - interval '${STORED_WITHIN_MS} milliseconds'
      THEN interval '30 hours' ELSE interval '0' END`)} AS "beforeMs"
  FROM (SELECT max(at) AS at FROM job_statistic_hour) last, ${LATE}`;

type Steps<Count> = Map<number, Count | undefined>;

/** Counts of the steps of charts, of which those that cannot change any more are read once a process. */
export class FinishedSteps<Count> {
  readonly #finished: string;
  readonly #kept = new Map<string, { version: string | null; steps: Steps<Count> }>();

  constructor(source: 'hours' | 'minutes') {
    this.#finished = source === 'hours' ? OF_HOURS : OF_MINUTES;
  }

  /** The counts of a chart's steps (their starts, oldest first, in Unix milliseconds): `read` gives those from a moment on. */
  async count(
    chart: string,
    { starts, stepMs }: { starts: readonly number[]; stepMs: number },
    read: (fromMs: number) => Promise<Map<number, Count>>,
  ): Promise<Steps<Count>> {
    const { rows } = await pool().query<Finished>(this.#finished);
    const { beforeMs = null, version = null } = rows[0] ?? {};
    const before = this.#kept.get(chart);
    const known: Steps<Count> = before?.version === version ? before.steps : new Map();
    const first = starts.find((start) => !known.has(start));
    const counts = first === undefined ? new Map<number, Count>() : await read(first);
    const all: Steps<Count> = new Map(
      starts.map((start) => [start, known.has(start) ? known.get(start) : counts.get(start)]),
    );
    const isFinished = (start: number) => beforeMs !== null && start + stepMs <= beforeMs;
    // Set anew, it is the last to go.
    this.#kept.delete(chart);
    this.#kept.set(chart, { version, steps: new Map([...all].filter(([start]) => isFinished(start))) });
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value ?? '');
    return all;
  }
}
