import { setTimeout as pause } from 'node:timers/promises';
import type { Finding } from '@/lib/doctor/examine';
import { findViolations } from '@/lib/doctor/find-violations';
import { registry } from '@/lib/jobs/registry';
import { poolSql } from '@/lib/jobs/store/sql';
import { cancelSome, type DisasterCounts, loseMessages, pauseForAWhile } from './disasters';
import { startSchedules, streamJobs } from './job-stream';
import { ChaosPlugin } from './jobs';
import { makeLedger } from './ledger';
import { measure } from './measure';
import { type Random, seededRandom } from './random';
import { type CheckResult, checkLedger } from './verdict';
import { WorkerPool } from './worker-pool';

const POLL_MS = 100;

export interface ChaosOptions {
  kills: number;
  workers: number;
  /** Jobs, or batches of them, a second. */
  rate: number;
  seed: number;
  /** The Redis of its own, which it empties; null: the transport is on Postgres. */
  redis: { url: string; port: number } | null;
  /** How long everything may take to come to rest after the last kill. Default: three minutes. */
  drainMs?: number;
  /** Hears of each kill. */
  onKill?(kills: number): void;
}

export interface ChaosReport {
  table: [string, string][];
  checks: CheckResult[];
  violations: Finding[];
  ok: boolean;
}

/**
 * Works off a stream of jobs while worker processes are killed, the transport loses everything, queues are paused
 * and jobs cancelled; then waits until all is at rest and judges. The database must be empty and its own.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { kills, workers, seed, rate, redis } = options;
  const random = seededRandom(seed);
  (await registry()).addPlugin(new ChaosPlugin());
  await makeLedger();
  const begunAt = performance.now();
  const pool = new WorkerPool(redis?.url ?? '');
  const counts: DisasterCounts = { flushes: 0, pauses: 0, cancels: 0 };
  const startedWhilePaused: string[] = [];
  try {
    await pool.start(workers);
    await startSchedules();
    const over = new AbortController();
    const stream = streamJobs(seededRandom(seed + 1), rate, over.signal);
    const pauses = pauseNowAndThen(seededRandom(seed + 2), over.signal, counts, startedWhilePaused);
    // What fails meanwhile is told when both are awaited; it must not end the process before.
    for (const side of [stream, pauses]) side.catch(() => undefined);
    while (pool.kills < kills) {
      await pause(random.between(100, 1_200));
      await breakSomething(random, pool, redis?.port ?? null, counts, kills - pool.kills);
      options.onKill?.(pool.kills);
    }
    over.abort();
    await Promise.all([stream, pauses]);
    await drained(options.drainMs ?? 180_000);
    const violations = await settledViolations(redis?.url ?? '');
    const exits = await pool.stop();
    const checks = [
      ...(await checkLedger()),
      { name: 'nothing of a paused queue started', rows: startedWhilePaused.map((told) => ({ told })) },
      {
        name: 'every worker that was asked to end ended in order',
        rows: exits.filter((code) => code !== 0).map((code) => ({ code })),
      },
    ];
    const table: [string, string][] = [
      ['seed', String(seed)],
      ['transport', redis ? 'Redis' : 'Postgres'],
      ['kills', String(pool.kills)],
      ['flushes, pauses, cancels', `${counts.flushes}, ${counts.pauses}, ${counts.cancels}`],
      ...(await measure()),
      ['took', `${((performance.now() - begunAt) / 1000).toFixed(0)} s`],
    ];
    const ok = violations.length === 0 && checks.every(({ rows }) => rows.length === 0);
    return { table, checks, violations, ok };
  } finally {
    pool.abandon();
  }
}

/** A kill, or rarely of all workers at once; sometimes a cancel or the loss of all messages with it. */
async function breakSomething(
  random: Random,
  pool: WorkerPool,
  redisPort: number | null,
  counts: DisasterCounts,
  most: number,
): Promise<void> {
  if (random.chance(0.3) && (await cancelSome(random))) counts.cancels++;
  if (random.chance(0.08)) {
    await loseMessages(redisPort);
    counts.flushes++;
  }
  if (random.chance(0.05)) await pool.killAll(most);
  else await pool.killOne(random);
}

async function pauseNowAndThen(
  random: Random,
  signal: AbortSignal,
  counts: DisasterCounts,
  started: string[],
): Promise<void> {
  while (!signal.aborted) {
    await pause(random.between(3_000, 15_000), undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const told = await pauseForAWhile(random);
    if (told) started.push(told);
    counts.pauses++;
  }
}

/** Waits until nothing lives but armed occurrences; after `ms` whatever still does is for the checks to tell. */
async function drained(ms: number): Promise<void> {
  for (const until = Date.now() + ms; Date.now() < until; await pause(POLL_MS)) {
    const [live] = await poolSql(
      "SELECT 1 FROM job WHERE status IN ('pending', 'scheduled', 'running') AND NOT armed LIMIT 1",
      [],
    );
    if (!live) return;
  }
}

/** The doctor's verdict without any grace, once the engine has had time to mend what is its own to mend. */
async function settledViolations(redisUrl: string): Promise<Finding[]> {
  const until = Date.now() + 30_000;
  for (;;) {
    const violations = await findViolations({ redisUrl, patience: 0 });
    if (violations.length === 0 || Date.now() > until) return violations;
    await pause(POLL_MS);
  }
}
