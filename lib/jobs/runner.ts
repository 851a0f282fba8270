import type { z } from 'zod';
import type { Tx } from '@/lib/db/client';
import { enqueueMany } from './enqueue/enqueue-many';
import { enqueueOnce } from './enqueue/enqueue-once';
import { enqueueOne } from './enqueue/enqueue-one';
import type { EnqueueOptions } from './enqueue/options';
import type { JobContext } from './execute/job-context';
import type { JobLogger } from './execute/job-logger';
import type { RunnerMeta } from './meta';
import type { ObjectRef } from './object-ref';
import { registry } from './registry';
import { endSchedules } from './schedule/end-schedules';
import { findJobs } from './store/find-jobs';
import type { Job } from './store/job-row';

/** The class of a runner, as `plugin.jobs` and the registry hold it. */
export interface JobRunnerClass {
  new (context: JobContext): JobRunner;
  readonly name: string;
  meta: RunnerMeta;
  args?: z.ZodType;
}

/** What `run` receives: the output of the runner's `args` schema. */
export type ArgsOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : Record<string, unknown>;
/** What `enqueue({ args })` takes: the input of the runner's `args` schema. */
export type ArgsInput<Class> = Class extends { args: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : Record<string, unknown>;

/**
 * The base class of every runner. Subclass it, say what you are in `static meta`, declare `static args` (a zod
 * schema, optional) and write `run`. The model is NetBox's `JobRunner`.
 *
 * `run` may return plain data of at most 4 MiB, kept as `job.data`. Throw `JobFailed` for a failure you expect
 * (status `failed`); anything else that is thrown ends the job `errored`, with its stack.
 */
export abstract class JobRunner<Schema = undefined> {
  static meta: RunnerMeta = {};

  readonly #context: JobContext;

  constructor(context: JobContext) {
    this.#context = context;
  }

  /** The job being run: its id, name, queue, user, attempt, and `object()` for the record it is about. */
  get job(): JobContext {
    return this.#context;
  }

  /** Writes to the job's log, live on its page: `debug`, `info`, `warning`, `error`, each with printf's `%s %d %j`. */
  get logger(): JobLogger {
    return this.#context.logger;
  }

  /** Aborted on cancel, timeout and shutdown; its `reason` says which. Pass it on, or call `throwIfAborted()`. */
  get signal(): AbortSignal {
    return this.#context.signal;
  }

  abstract run(args: ArgsOf<Schema>): unknown;

  /** Shows `done` of `total` on the job's page, with a few words. Cheap: only the newest value is stored, at most four times a second. */
  async progress(done: number, total: number, text?: string): Promise<void> {
    this.#context.reportProgress(done, total, text);
  }

  /**
   * Makes one job. Without `scheduleAt` it is due at once; with `interval` (minutes) or `cron` it is the first
   * occurrence of a new schedule; with `immediate` it runs here and now, and the promise waits for its end.
   * With `tx` the job exists only if that transaction commits.
   * @returns the stored job.
   * @throws YardmasterError `invalid_input`, and no row is written, when an option is not right.
   */
  static enqueue<Class extends JobRunnerClass>(
    this: Class,
    options: EnqueueOptions<ArgsInput<Class>> = {},
  ): Promise<Job> {
    return enqueueOne(this, options);
  }

  /** Makes many jobs of this runner in one statement: all or none. Takes what `enqueue` takes but `immediate`, `interval`, `cron`. */
  static enqueueMany<Class extends JobRunnerClass>(
    this: Class,
    jobs: readonly Omit<
      EnqueueOptions<ArgsInput<Class>>,
      'immediate' | 'interval' | 'cron' | 'timeZone' | 'tx'
    >[],
    options: { tx?: Tx } = {},
  ): Promise<Job[]> {
    return enqueueMany(this, jobs, options);
  }

  /**
   * Makes sure that one live job of this runner exists for the object (or for none): returns the existing one when
   * its time and interval are as asked (no `scheduleAt` accepts any time), else replaces it. Exact under any concurrency.
   */
  static enqueueOnce<Class extends JobRunnerClass>(
    this: Class,
    options: Omit<EnqueueOptions<ArgsInput<Class>>, 'immediate'> = {},
  ): Promise<Job> {
    return enqueueOnce(this, options);
  }

  /** The jobs of this runner, newest first (at most 1000); of one object where it is given. */
  static async getJobs(this: JobRunnerClass, instance?: ObjectRef): Promise<Job[]> {
    return findJobs((await registry()).keyOf(this), instance);
  }

  /** Ends the schedules of this runner for an object (or for none) and removes their waiting occurrences. */
  static async unschedule(
    this: JobRunnerClass,
    options: { instance?: ObjectRef; tx?: Tx } = {},
  ): Promise<void> {
    return endSchedules((await registry()).keyOf(this), options);
  }
}
