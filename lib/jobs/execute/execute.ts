import { setTimeout as pause } from 'node:timers/promises';
import type { RegisteredRunner, Registry } from '../registry';
import type { ClaimedJob } from '../store/claimed-job';
import { type AbortCause, Stop } from './abort';
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
  const stop = new Stop();
  return { job, abort: (cause) => stop.abort(cause), outcome: attempt(job, host, stop) };
}

async function attempt(job: ClaimedJob, host: Parameters<typeof begin>[1], stop: Stop): Promise<Outcome> {
  const entry = host.registry.find(job.runner);
  if (!entry) {
    const error = `No runner ${job.runner} is registered here.`;
    return { kind: 'errored', error, stack: null, reason: 'unknown_runner' };
  }
  const context = new JobContext(job, host, stop);
  const timer = setTimeout(() => stop.abort('timed_out'), job.timeoutMs);
  const outcome = (await isGhost(job, context))
    ? ({ kind: 'ghost' } as const)
    : await within(stop, start(entry, job, host, context, stop));
  clearTimeout(timer);
  if (outcome.kind === 'errored') context.logger.error('%s', outcome.stack ?? outcome.error);
  return outcome;
}

const start = (
  { meta, runner }: RegisteredRunner,
  job: ClaimedJob,
  { reporter }: { reporter: ReportSink },
  context: JobContext,
  stop: Stop,
): Promise<Outcome> =>
  meta.isolate ? runIsolated(job, reporter, stop.signal) : runHere(runner, context, job.args);

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

/** The run's own outcome, unless it was told to stop: then that is the outcome, however `run` reacted. */
function within(stop: Stop, running: Promise<Outcome>): Promise<Outcome> {
  return new Promise((resolve) => {
    stop.told = () => resolve(stopped(stop.cause as AbortCause, running));
    if (stop.cause) stop.told();
    void running.then((outcome) => {
      if (!stop.cause) resolve(outcome);
    });
  });
}

/** Waits for the run, at the longest for the grace period. On shutdown alone a run that returned has still completed. */
async function stopped(cause: AbortCause, running: Promise<Outcome>): Promise<Outcome> {
  const grace = new AbortController();
  const late = await Promise.race([
    running,
    pause(GRACE_MS, undefined, { signal: grace.signal }).catch(() => undefined),
  ]);
  grace.abort();
  return cause === 'shutdown' && late?.kind === 'completed' ? late : { kind: cause };
}
