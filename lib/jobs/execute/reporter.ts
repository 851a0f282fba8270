import { persist } from '@/lib/db/outage';
import { publish } from '@/lib/events/publish';
import { appendLog, type LogLine, type Progress, storeProgress } from '../store/append-reports';

const FLUSH_MS = 100;
/** What may wait in memory while Postgres is away; beyond it the oldest lines go, and the log says so. */
const MOST_WAITING = 50_000;
const MOST_PER_FLUSH = 2_000;
const FOREIGN_KEY_VIOLATION = '23503';

/** Gathers the log lines and the progress of a process's jobs, and stores them in batches, at most FLUSH_MS late. */
export class Reporter {
  #lines: LogLine[] = [];
  #progress = new Map<string, Progress>();
  readonly #givenUp = new Map<string, { last: LogLine; count: number }>();
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> = Promise.resolve();

  log(line: LogLine): void {
    if (this.#lines.length >= MOST_WAITING) this.#giveUpOldest();
    this.#lines.push(line);
    this.#soon();
  }

  progress(progress: Progress): void {
    this.#progress.set(progress.jobId, progress);
    this.#soon();
  }

  /** Stores everything reported so far. Called before a job's end is, so that its log is whole when its status says so. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#flushing = this.#flushing.then(() => this.#store());
    await this.#flushing;
  }

  /** True when nothing waits to be stored: most jobs never report anything. */
  get idle(): boolean {
    return this.#lines.length === 0 && this.#progress.size === 0;
  }

  /** The oldest line makes room; in its place the log of its attempt says how many went. */
  #giveUpOldest(): void {
    const oldest = this.#lines.shift();
    if (!oldest) return;
    const attempt = `${oldest.jobId} ${oldest.attemptNo}`;
    const count = (this.#givenUp.get(attempt)?.count ?? 0) + 1;
    this.#givenUp.set(attempt, { last: oldest, count });
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
  }

  #markers(): LogLine[] {
    const markers = [...this.#givenUp.values()].map(({ last, count }) => ({
      ...last,
      level: 'warning' as const,
      message: `${count} lines up to here were given up: Postgres was away for too long.`,
    }));
    this.#givenUp.clear();
    return markers;
  }

  async #store(): Promise<void> {
    this.#lines.unshift(...this.#markers());
    while (this.#lines.length > 0) {
      const lines = this.#lines.splice(0, MOST_PER_FLUSH);
      await persist(() => appendExisting(lines));
      publish(...new Set(lines.map(({ jobId }) => `log:${jobId}` as const)));
    }
    if (this.#progress.size === 0) return;
    const progress = [...this.#progress.values()];
    this.#progress.clear();
    await persist(() => storeProgress(progress));
    publish('jobs', ...progress.map(({ jobId }) => `job:${jobId}` as const));
  }
}

/** A job deleted between the check and the insert makes the whole batch fail; a second look finds it gone. */
async function appendExisting(lines: LogLine[]): Promise<void> {
  try {
    await appendLog(lines);
  } catch (error) {
    if ((error as { code?: string }).code !== FOREIGN_KEY_VIOLATION) throw error;
    await appendLog(lines);
  }
}
