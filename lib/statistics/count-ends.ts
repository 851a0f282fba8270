/**
 * How ends are counted. Nobody counts jobs: whoever ends one counts it, in memory, and every FLUSH_MS the process writes what
 * it has counted to rows of its own, so that no process waits for another. See docs/decisions/0008.
 */
import { newId } from '@/lib/ids';
import { poolSql } from '@/lib/jobs/store/sql';
import { processLog } from '@/lib/process-log';
import { type End, EndCounter, MINUTE_MS } from './end-counter';
import { storeCounts } from './store-counts';

/** What a process that is killed may have counted and not yet stored: the ends of so many milliseconds. */
const FLUSH_MS = 5_000;

const countedBy = newId();
const counter = new EndCounter();
let timer: NodeJS.Timeout | undefined;
let flushing: Promise<void> = Promise.resolve();

/** Counts ends that this process has just committed. Costs no query. */
export function countEnds(ends: readonly End[]): void {
  for (const end of ends) counter.count(end);
  if (ends.length > 0) flushSoon();
}

/**
 * Counts ends by a statement that had no more than the ids at hand (cancelled while they waited, skipped, lost their worker);
 * one that has been deleted meanwhile is passed over.
 */
export async function countEndedJobs(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await poolSql<End & { at: Date | null }>(
    `SELECT id AS "jobId", queue, runner, status, completed_at AS at, NULL AS "waitMs", NULL AS "runMs", fingerprint, error
     FROM job WHERE id = ANY($1::text[]::uuid[]) AND completed_at IS NOT NULL`,
    [ids],
  );
  countEnds(rows.map((row) => ({ ...row, at: Number(row.at) })));
}

/** Stores what has been counted; for a process that ends, and for tests. Never rejects: what could not be stored is kept. */
export function flushCounts(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  flushing = flushing.then(flush);
  return flushing;
}

function flushSoon(): void {
  timer ??= setTimeout(() => void flushCounts(), FLUSH_MS).unref();
}

async function flush(): Promise<void> {
  if (counter.isEmpty) return;
  const taken = counter.take();
  try {
    const began = Date.now();
    await storeCounts(countedBy, taken);
    // So slow that charts may not have waited for it: stored once more, it is marked as late.
    if (Date.now() - began > MINUTE_MS) counter.putBack({ counts: taken.counts, failures: [] });
    // Ends come in nearly in order: a minute that is over for a minute gets no more of its own.
    const newest = Math.max(...taken.counts.map(({ minute }) => minute));
    counter.dropBefore(newest - MINUTE_MS);
  } catch (error) {
    counter.putBack(taken);
    processLog().debug({ err: error }, 'Statistics could not be stored; they are kept and tried again');
    flushSoon();
  }
}
