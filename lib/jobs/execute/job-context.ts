import { storableText } from '../json-input';
import { type ObjectRef, objectRef } from '../object-ref';
import type { Registry } from '../registry';
import type { LogLine, Progress } from '../store/append-reports';
import type { ClaimedJob } from '../store/claimed-job';
import { JobLogger } from './job-logger';

/** Where log lines and progress go. */
export interface ReportSink {
  log(line: LogLine): void;
  progress(progress: Progress): void;
}

/** What a runner sees of the job it runs: `this.job`. */
export class JobContext {
  readonly id: string;
  readonly name: string;
  readonly queue: string;
  readonly userId: string | null;
  readonly scheduleId: string | null;
  /** 1 for the first attempt; interrupted attempts count. */
  readonly attemptNo: number;
  readonly createdAt: Date;
  /** When the job was due. */
  readonly runAt: Date;
  /** The reference to the record the job is about, or null. */
  readonly instance: ObjectRef | null;
  readonly logger: JobLogger;
  readonly #stop: { readonly signal: AbortSignal };
  readonly #registry: Registry;
  readonly #reporter: ReportSink;

  constructor(
    job: ClaimedJob,
    host: { registry: Registry; reporter: ReportSink },
    stop: { readonly signal: AbortSignal },
  ) {
    this.id = job.id;
    this.name = job.name;
    this.queue = job.queue;
    this.userId = job.userId;
    this.scheduleId = job.scheduleId;
    this.attemptNo = job.attemptNo;
    this.createdAt = job.createdAt;
    this.runAt = job.runAt;
    this.instance = job.objectType && job.objectId ? objectRef(job.objectType, job.objectId) : null;
    this.logger = new JobLogger(job.id, job.attemptNo, (line) => host.reporter.log(line));
    this.#stop = stop;
    this.#registry = host.registry;
    this.#reporter = host.reporter;
  }

  /** Aborted when the attempt is to stop. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Reads the record that the job is about, anew at each call; null when there is none (any more). */
  async object<Found extends object = Record<string, unknown>>(): Promise<Found | null> {
    if (!this.instance) return null;
    const type = this.#registry.findObjectType(this.instance.type);
    return ((await type?.find(this.instance.id)) ?? null) as Found | null;
  }

  reportProgress(done: number, total: number, text?: string): void {
    const whole = (value: number) => Math.min(Math.max(0, Math.round(value) || 0), 2 ** 31 - 1);
    this.#reporter.progress({
      jobId: this.id,
      attemptNo: this.attemptNo,
      done: whole(done),
      total: whole(total),
      text: text === undefined ? null : storableText(text, 500),
    });
  }
}
