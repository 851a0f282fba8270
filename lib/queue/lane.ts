import type { Message } from '@/lib/jobs/store/claimed-job';
import { poolSql } from '@/lib/jobs/store/sql';
import type { Transport } from './transport';

const SMALL = 500;
const FULL_EVERY_MS = 1_000;
const SETTLED_MS = 2_000;
const SAMPLE = 20;

interface Pending extends Message {
  runAt: Date;
  /** How many more may run now, where the queue has a limit; else null. */
  free: number | null;
}

/**
 * Moves one queue's due jobs from Postgres into the transport, at most a window of them at once. It remembers what
 * it has dispatched only to spare repetition: adding a message twice changes nothing, so whatever the transport
 * loses is found by looking again, and is added again.
 */
export class Lane {
  readonly #transport: Transport;
  readonly #window: number;
  readonly #known = new Map<string, { dispatchNo: number; at: number }>();
  #last: Pending | undefined;
  #lastFull = 0;

  constructor(transport: Transport, window: number) {
    this.#transport = transport;
    this.#window = window;
  }

  get queue(): string {
    return this.#transport.queue;
  }

  /** Trusts nothing it remembers: the transport may have lost everything. */
  forget(): void {
    this.#known.clear();
    this.#lastFull = 0;
  }

  /** One pass. Returns true when more is waiting than the window lets through. */
  async pass(): Promise<boolean> {
    const now = Date.now();
    const full = this.#known.size < SMALL || now - this.#lastFull >= FULL_EVERY_MS;
    const room = this.#known.size === 0 ? this.#window : this.#window - (await this.#transport.waiting());
    if (full) return this.#fullPass(now, room);
    if (room <= 0) return true;
    return this.#dispatch(await this.#read(this.#last, room), room, now);
  }

  /** Looks at the head of the queue anew: finds what was committed out of order, and what the transport has lost. */
  async #fullPass(now: number, room: number): Promise<boolean> {
    this.#lastFull = now;
    const limit = this.#window + SMALL;
    const rows = await this.#read(undefined, limit);
    if (rows.length === 0) {
      // Nothing may be claimed (none is due, or the queue is paused), so whatever waits there is stale.
      if (this.#known.size > 0) await this.#transport.clear();
      this.#known.clear();
      return false;
    }
    const pending = new Set(rows.map(({ jobId }) => jobId));
    for (const jobId of this.#known.keys()) if (!pending.has(jobId)) this.#known.delete(jobId);
    await this.#verify(rows, now);
    // Of a queue with a limit no more is let through than can start: the rest waits for a slot, not for a worker.
    const free = rows[0]?.free ?? null;
    const allowed = free === null ? room : Math.min(room, free - this.#known.size);
    const more = await this.#dispatch(rows, allowed, now);
    return free === null && (more || rows.length === limit);
  }

  /** Messages that should long have been taken are looked for; one that is gone means that any may be. */
  async #verify(rows: Pending[], now: number): Promise<void> {
    const overdue = rows.filter((row) => {
      const known = this.#known.get(row.jobId);
      return known?.dispatchNo === row.dispatchNo && known.at < now - SETTLED_MS;
    });
    const gone = await this.#transport.missing(overdue.slice(0, SAMPLE));
    if (gone.length > 0) this.#known.clear();
  }

  async #dispatch(rows: Pending[], room: number, now: number): Promise<boolean> {
    const fresh = rows.filter(({ jobId, dispatchNo }) => this.#known.get(jobId)?.dispatchNo !== dispatchNo);
    const messages = fresh.slice(0, Math.max(0, room));
    if (messages.length > 0) {
      await this.#transport.add(messages);
      for (const { jobId, dispatchNo } of messages) this.#known.set(jobId, { dispatchNo, at: now });
      this.#last = messages.at(-1);
    }
    return fresh.length > messages.length || messages.length === room;
  }

  #read(after: Pending | undefined, limit: number): Promise<Pending[]> {
    const beyond = after ? 'AND (run_at, id) > ($3, $4)' : '';
    return poolSql<Pending & { runAt: Date }>(
      `SELECT id AS "jobId", dispatch_no AS "dispatchNo", run_at AS "runAt",
         (SELECT c.concurrency - (SELECT count(*) FROM job r WHERE r.queue = $1 AND r.status = 'running')::int
          FROM queue_control c WHERE c.queue = $1 AND c.concurrency IS NOT NULL) AS free FROM job
       WHERE queue = $1 AND status = 'pending' ${beyond}
         AND NOT EXISTS (SELECT 1 FROM queue_control c WHERE c.queue = $1 AND c.paused_at IS NOT NULL)
       ORDER BY run_at, id LIMIT $2`,
      after ? [this.queue, limit, after.runAt, after.jobId] : [this.queue, limit],
    );
  }
}
