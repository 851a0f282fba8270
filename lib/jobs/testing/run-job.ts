import { newId } from '@/lib/ids';
import { PluginConfig } from '@/lib/plugins/plugin-config';
import type { AbortCause } from '../execute/abort';
import { begin } from '../execute/execute';
import type { ReportSink } from '../execute/job-context';
import type { Outcome } from '../execute/outcome';
import { jsonText, MAX_ARGS_BYTES } from '../json-input';
import { type ObjectRef, objectRef } from '../object-ref';
import { type RegisteredRunner, Registry } from '../registry';
import type { ArgsInput, JobRunnerClass } from '../runner';
import type { ClaimedJob } from '../store/claimed-job';
import { fixedClock } from './fixed-clock';

export interface RunJobOptions<Args = Record<string, unknown>> {
  /** Default `{}`. As with `enqueue` they have to be plain data that fits the runner's schema. */
  args?: Args;
  /** What the job is about. Default: none, or a reference of its own where `object` is given. */
  instance?: ObjectRef;
  /** What `this.job.object()` finds; null: the record has been deleted. */
  object?: object | null;
  /** Whose job it is: a user's id, or an object with one. Default: nobody's. */
  user?: string | { id: string } | null;
  /** The time that it is while the job runs, and at which it was due (see `fixedClock`). Default: real time. */
  now?: Date | string;
  /** The number of the attempt. Default 1. */
  attemptNo?: number;
  /** Once aborted the job is told to stop: by a shutdown where the reason is 'shutdown', otherwise by a cancel. */
  signal?: AbortSignal;
  /** Called with each line as it is logged, for tests that act on it. */
  onLog?(line: JobRun['log'][number]): void;
  /** Called with each progress as it is reported. */
  onProgress?(progress: JobRun['progress'][number]): void;
}

/** What became of a job, and what it said on the way. */
export interface JobRun {
  /** How it ended. A real job `timed_out` is errored; one that ends by `shutdown` is handed to another worker. */
  outcome: 'completed' | 'failed' | 'errored' | 'timed_out' | 'cancelled' | 'shutdown';
  /** What `run` returned, as it would be stored: after a round trip through JSON. Undefined unless completed. */
  result: unknown;
  /** The message of `JobFailed`, or name and message of what else was thrown. */
  error: string | null;
  /** Of anything thrown but `JobFailed`. */
  stack: string | null;
  /** What an unexpected error adds to a real log, its stack, is there too. */
  log: { level: 'debug' | 'info' | 'warning' | 'error'; message: string; at: Date }[];
  progress: { done: number; total: number; text: string | null }[];
}

/**
 * Runs a job as a worker would (arguments, `run`, timeout, outcome), in this process and without a database: nothing is
 * stored, nothing is tried again, `meta.isolate` is passed over. What `run` itself reads and writes is real.
 * @throws YardmasterError `invalid_input` when the arguments are no plain data.
 */
export async function runJob<Class extends JobRunnerClass>(
  Runner: Class,
  options: RunJobOptions<ArgsInput<Class>> = {},
): Promise<JobRun> {
  const args = JSON.parse(jsonText('The arguments', options.args ?? {}, MAX_ARGS_BYTES));
  const instance = options.instance ?? (options.object ? objectRef('test.object', '1') : undefined);
  const known = new Registry();
  known.addPlugin(new TestPlugin(instance, options.object));
  const entry = known.addRunner(Runner);
  entry.meta.isolate = false;
  const { log, progress, reporter } = capture(options);
  const clock = options.now === undefined ? undefined : fixedClock(options.now);
  try {
    const attempt = begin(claimed(entry, instance, args, options), { registry: known, reporter });
    const undo = abortWith(options.signal, attempt.abort);
    const outcome = await attempt.outcome;
    undo();
    return { ...endOf(outcome), log, progress };
  } finally {
    clock?.restore();
  }
}

/** The job as a worker would have it in hand. */
function claimed(
  { key, meta }: RegisteredRunner,
  instance: ObjectRef | undefined,
  args: ClaimedJob['args'],
  { user, attemptNo = 1 }: Pick<RunJobOptions, 'user' | 'attemptNo'>,
): ClaimedJob {
  const now = new Date();
  return {
    id: newId(),
    runner: key,
    name: meta.name,
    queue: meta.queue,
    args,
    objectType: instance?.type ?? null,
    objectId: instance?.id ?? null,
    userId: typeof user === 'object' ? (user?.id ?? null) : (user ?? null),
    scheduleId: null,
    attemptNo,
    failedAttempts: 0,
    maxRetries: 0,
    backoff: null,
    timeoutMs: Math.round(meta.timeout * 1000),
    runAt: now,
    createdAt: now,
    notifications: meta.notifications,
  };
}

function capture({ onLog, onProgress }: Pick<RunJobOptions, 'onLog' | 'onProgress'>) {
  const log: JobRun['log'] = [];
  const progress: JobRun['progress'] = [];
  const reporter: ReportSink = {
    log({ level, message, at }) {
      log.push({ level, message, at });
      onLog?.({ level, message, at });
    },
    progress({ done, total, text }) {
      progress.push({ done, total, text });
      onProgress?.({ done, total, text });
    },
  };
  return { log, progress, reporter };
}

function endOf(outcome: Outcome): Pick<JobRun, 'outcome' | 'result' | 'error' | 'stack'> {
  const none = { result: undefined, error: null, stack: null };
  switch (outcome.kind) {
    case 'completed':
      return {
        ...none,
        outcome: 'completed',
        result: outcome.dataText === null ? undefined : JSON.parse(outcome.dataText),
      };
    case 'failed':
      return { ...none, outcome: 'failed', error: outcome.error };
    case 'errored':
      return { ...none, outcome: 'errored', error: outcome.error, stack: outcome.stack };
    case 'timed_out':
    case 'cancelled':
    case 'shutdown':
      return { ...none, outcome: outcome.kind };
    default:
      // Only an occurrence is a ghost, and only another worker disowns.
      throw new Error(`The job ended ${outcome.kind}, which cannot be`);
  }
}

/** Knows the one object that the job is about. */
class TestPlugin extends PluginConfig {
  override name = 'test';

  constructor(instance: ObjectRef | undefined, object: object | null | undefined) {
    super();
    if (!instance) return;
    const find = async (): Promise<object | null> => {
      if (object === undefined)
        throw new Error('this.job.object() was called, but runJob was given no `object`.');
      return object;
    };
    this.objectTypes = [{ type: instance.type, label: instance.type, find }];
  }
}

function abortWith(signal: AbortSignal | undefined, abort: (cause: AbortCause) => void): () => void {
  const heed = (): void => abort(signal?.reason === 'shutdown' ? 'shutdown' : 'cancelled');
  if (signal?.aborted) heed();
  else signal?.addEventListener('abort', heed, { once: true });
  return () => signal?.removeEventListener('abort', heed);
}
