import { processLog } from '@/lib/process-log';
import type { ObjectRef } from '../object-ref';
import type { JobReason, JobStatus } from '../status';

export type JobEventName = 'job.started' | 'job.completed' | 'job.failed' | 'job.errored' | 'job.cancelled';

export interface JobEvent {
  readonly name: JobEventName;
  /** The job as it was when this happened. */
  readonly job: {
    readonly id: string;
    readonly name: string;
    /** `plugin_name.ClassName` */
    readonly runner: string;
    readonly queue: string;
    /** What the job is about, or null. */
    readonly instance: ObjectRef | null;
    readonly userId: string | null;
    readonly scheduleId: string | null;
    /** 0: cancelled before any attempt. */
    readonly attemptNo: number;
    readonly status: JobStatus;
    readonly reason: JobReason | null;
    readonly error: string | null;
  };
}

/** How long the next subscriber waits for one that takes its time, in milliseconds. */
const PATIENCE_MS = 30_000;

type Subscriber = (event: JobEvent) => unknown;

const subscribers = new Map<JobEventName, Set<Subscriber>>();
const underWay = new Map<string, Promise<void>>();

/**
 * Calls `subscriber` when an attempt at a job has started, or when a job has ended; best done in a plugin's `ready()`.
 *
 * After the commit, in the process that did it: the worker, or the one that cancelled a waiting job. At most once and
 * best effort: a process that dies in between tells nobody, so what must not be missed belongs into a job. An attempt
 * that is tried again ends no job. Occurrences that were skipped or missed are told as cancelled; deleted jobs are not told.
 *
 * The events of one job come in order, its subscribers one after another, beside the worker's own work: a slow one delays no
 * job. What a subscriber throws, or that it takes longer than 30 s, is logged and changes nothing.
 * @returns what ends the subscription.
 */
export function onJobEvent(name: JobEventName, subscriber: Subscriber): () => void {
  const all = subscribers.get(name) ?? new Set();
  subscribers.set(name, all.add(subscriber));
  return () => void all.delete(subscriber);
}

export const hasSubscribers = (name: JobEventName): boolean => (subscribers.get(name)?.size ?? 0) > 0;

/** Tells the subscribers, not now but soon. `job` is asked for only when there is one. */
export function emitJobEvent(name: JobEventName, job: () => JobEvent['job']): void {
  if (!hasSubscribers(name)) return;
  const event: JobEvent = { name, job: job() };
  const before = underWay.get(event.job.id) ?? Promise.resolve();
  const delivery = before.then(() => deliver(event));
  underWay.set(event.job.id, delivery);
  void delivery.then(() => {
    if (underWay.get(event.job.id) === delivery) underWay.delete(event.job.id);
  });
}

/** Resolves when all that was emitted so far has been delivered, at the latest after `ms`; for a process that ends. */
export async function jobEventsDelivered(ms: number): Promise<void> {
  await inTime(Promise.all(underWay.values()), ms).catch(() => undefined);
}

async function deliver(event: JobEvent): Promise<void> {
  for (const subscriber of subscribers.get(event.name) ?? []) {
    try {
      await inTime(Promise.resolve(subscriber(event)), PATIENCE_MS);
    } catch (error) {
      logFailure(event.name, event.job.id, error);
    }
  }
}

async function inTime(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${ms} ms`)), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export function logFailure(name: string, jobId: string, error: unknown): void {
  processLog().error({ jobId, err: error }, `A subscriber of ${name} failed; the job is as it is`);
}
