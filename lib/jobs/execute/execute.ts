import { setTimeout as pause } from 'node:timers/promises';
import type { RegisteredRunner, Registry } from '../registry';
import type { ClaimedJob } from '../store/claimed-job';
import { type AbortCause, JobAborted } from './abort';
import { runIsolated } from './isolated-run';
import { JobContext, type ReportSink } from './job-context';
import type { Outcome } from './outcome';
import type { Reporter } from './reporter';
import { runHere } from './run-here';

/** How long `run` may go on after its signal was aborted, before the attempt is given up. */
export const GRACE_MS = 5_000;

/** What an attempt needs of the process it runs in. */
export interface Host {
  registry: Registry;
  reporter: Reporter;
}

/** One attempt under way. */
export interface Attempt {
  readonly job: ClaimedJob;
  /** Tells the attempt to stop, and why; only the first cause counts. */
  abort(cause: AbortCause): void;
  /** Never rejects. */
  readonly outcome: Promise<Outcome>;
}

/** Begins an attempt at a claimed job: runner, arguments, run within its limits, outcome. */
export function begin(job: ClaimedJob, host: Pick<Host, 'registry'> & { reporter: ReportSink }): Attempt {
  const controller = new AbortController();
  const abort = (cause: AbortCause) => controller.abort(new JobAborted(cause));
  return { job, abort, outcome: attempt(job, host, controller.signal, abort) };
}

async function attempt(
  job: ClaimedJob,
  host: Parameters<typeof begin>[1],
  signal: AbortSignal,
  abort: (cause: AbortCause) => void,
): Promise<Outcome> {
  const entry = host.registry.find(job.runner);
  if (!entry) {
    const error = `No runner ${job.runner} is registered here.`;
    return { kind: 'errored', error, stack: null, reason: 'unknown_runner' };
  }
  const context = new JobContext(job, host, signal);
  const timer = setTimeout(() => abort('timed_out'), job.timeoutMs);
  const outcome = (await isGhost(job, context))
    ? ({ kind: 'ghost' } as const)
    : await within(signal, start());
  clearTimeout(timer);
  if (outcome.kind === 'errored') context.logger.error('%s', outcome.stack ?? outcome.error);
  return outcome;

  function start(): Promise<Outcome> {
    if (entry?.meta.isolate) return runIsolated(job, host.reporter, signal);
    return runHere((entry as RegisteredRunner).runner, context, job.args);
  }
}

/** Whether this is an occurrence about a record that has been deleted: nothing recurs for a ghost. */
async function isGhost(job: ClaimedJob, context: JobContext): Promise<boolean> {
  if (!job.scheduleId || !context.instance) return false;
  try {
    return (await context.object()) === null;
  } catch {
    // Whether it is there cannot be told; the run itself will say what is wrong.
    return false;
  }
}

/**
 * The run's own outcome, unless it was told to stop: then that is the outcome, however `run` reacted, at the latest
 * after the grace period. On shutdown alone a run that returned has still completed.
 */
async function within(signal: AbortSignal, running: Promise<Outcome>): Promise<Outcome> {
  const stopped = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const first = await Promise.race([running, stopped]);
  if (!signal.aborted) return first as Outcome;
  const grace = new AbortController();
  const late = await Promise.race([
    running,
    pause(GRACE_MS, undefined, { signal: grace.signal }).catch(() => undefined),
  ]);
  grace.abort();
  const cause = (signal.reason as JobAborted).because;
  return cause === 'shutdown' && late?.kind === 'completed' ? late : { kind: cause };
}
