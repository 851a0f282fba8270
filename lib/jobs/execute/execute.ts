import { setTimeout as pause } from 'node:timers/promises';
import { jsonText, MAX_RESULT_BYTES } from '../json-input';
import type { Registry } from '../registry';
import type { JobRunnerClass } from '../runner';
import type { ClaimedJob } from '../store/claimed-job';
import { type AbortCause, JobAborted } from './abort';
import { JobContext } from './job-context';
import { type Outcome, outcomeOf } from './outcome';
import type { Reporter } from './reporter';

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
export function begin(job: ClaimedJob, host: Host): Attempt {
  const controller = new AbortController();
  const abort = (cause: AbortCause) => controller.abort(new JobAborted(cause));
  return { job, abort, outcome: attempt(job, host, controller.signal, abort) };
}

async function attempt(
  job: ClaimedJob,
  host: Host,
  signal: AbortSignal,
  abort: (cause: AbortCause) => void,
): Promise<Outcome> {
  const entry = host.registry.find(job.runner);
  if (!entry) {
    return {
      kind: 'errored',
      error: `No runner ${job.runner} is registered here.`,
      stack: null,
      reason: 'unknown_runner',
    };
  }
  const args = entry.runner.args
    ? entry.runner.args.safeParse(job.args)
    : { success: true as const, data: job.args };
  if (!args.success) {
    return {
      kind: 'errored',
      error: `Its arguments do not fit the runner's schema: ${args.error.message}`,
      stack: null,
      reason: 'invalid_args',
    };
  }
  const context = new JobContext(job, host, signal);
  const timer = setTimeout(() => abort('timed_out'), job.timeoutMs);
  const outcome = await within(signal, run(entry.runner, context, args.data));
  clearTimeout(timer);
  if (outcome.kind === 'errored') context.logger.error('%s', outcome.stack ?? outcome.error);
  return outcome;
}

async function run(runner: JobRunnerClass, context: JobContext, args: unknown): Promise<Outcome> {
  try {
    const data = await new runner(context).run(args as never);
    return {
      kind: 'completed',
      dataText: data === undefined ? null : jsonText('The result', data, MAX_RESULT_BYTES),
    };
  } catch (thrown) {
    return outcomeOf(thrown);
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
