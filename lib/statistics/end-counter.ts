import { addTo, bucketOf, type Histogram } from './histogram';

/** Milliseconds of the unit in which ends are counted. */
export const MINUTE_MS = 60_000;
const MAX_ERROR = 500;

export type EndStatus = 'completed' | 'failed' | 'errored' | 'cancelled';

/** The end of a job, as it is counted. */
export interface End {
  queue: string;
  runner: string;
  status: EndStatus;
  /** By Postgres's clock; Unix milliseconds. */
  at: number;
  /** From being due to the start of its last attempt, and from there to its end; null where there was none. */
  waitMs: number | null;
  runMs: number | null;
  jobId: string;
  fingerprint: string | null;
  error: string | null;
}

/** What has been counted of one minute, queue and runner so far. */
export interface Count {
  minute: number;
  queue: string;
  runner: string;
  ends: Record<EndStatus, number>;
  wait: Histogram;
  run: Histogram;
}

/** Jobs that failed in the same way since this was last taken. */
export interface Failures {
  runner: string;
  fingerprint: string;
  count: number;
  firstAt: number;
  lastAt: number;
  status: EndStatus;
  error: string;
  jobId: string;
}

/** Counts ends in memory. Counts of a minute only grow until it is dropped, and a dropped minute never comes again. */
export class EndCounter {
  readonly #counts = new Map<string, Count>();
  readonly #dirty = new Set<Count>();
  #failures = new Map<string, Failures>();
  #horizon = 0;

  count(end: End): void {
    // What comes late for a minute that is dropped counts for the first that is not.
    const minute = Math.max(Math.floor(end.at / MINUTE_MS) * MINUTE_MS, this.#horizon);
    const key = `${minute} ${end.queue} ${end.runner}`;
    let count = this.#counts.get(key);
    if (!count) {
      count = { minute, queue: end.queue, runner: end.runner, ...nothing() };
      this.#counts.set(key, count);
    }
    count.ends[end.status]++;
    if (end.waitMs !== null) addTo(count.wait, bucketOf(end.waitMs));
    if (end.runMs !== null) addTo(count.run, bucketOf(end.runMs));
    this.#dirty.add(count);
    if (end.fingerprint) this.#fail(end, end.fingerprint);
  }

  get isEmpty(): boolean {
    return this.#dirty.size === 0;
  }

  /** The counts that have changed since they were last taken, whole, and the failures since then. */
  take(): { counts: Count[]; failures: Failures[] } {
    const taken = { counts: [...this.#dirty], failures: [...this.#failures.values()] };
    this.#dirty.clear();
    this.#failures = new Map();
    return taken;
  }

  /** What was taken could not be stored: it is to be taken again. */
  putBack({ counts, failures }: { counts: readonly Count[]; failures: readonly Failures[] }): void {
    for (const count of counts) this.#dirty.add(count);
    for (const failure of failures) this.#join(failure);
  }

  /** Forgets the minutes before this one that are stored. */
  dropBefore(minute: number): void {
    this.#horizon = Math.max(this.#horizon, minute);
    for (const [key, count] of this.#counts) {
      if (count.minute < this.#horizon && !this.#dirty.has(count)) this.#counts.delete(key);
    }
  }

  #fail({ runner, status, error, jobId, at }: End, fingerprint: string): void {
    const text = (error ?? '').slice(0, MAX_ERROR);
    this.#join({ runner, fingerprint, count: 1, firstAt: at, lastAt: at, status, error: text, jobId });
  }

  #join(failure: Failures): void {
    const key = `${failure.runner} ${failure.fingerprint}`;
    const before = this.#failures.get(key);
    if (!before) {
      this.#failures.set(key, failure);
      return;
    }
    const newest = failure.lastAt >= before.lastAt ? failure : before;
    this.#failures.set(key, {
      ...newest,
      count: before.count + failure.count,
      firstAt: Math.min(before.firstAt, failure.firstAt),
    });
  }
}

const nothing = () => ({
  ends: { completed: 0, failed: 0, errored: 0, cancelled: 0 },
  wait: new Map() as Histogram,
  run: new Map() as Histogram,
});
