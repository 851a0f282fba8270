import type { Message } from '@/lib/jobs/store/claimed-job';
import { hot, poolSql } from '@/lib/jobs/store/sql';
import { type Bundle, bundled, bundleSize, messageId } from './bundle';
import type { Transport } from './transport';

const SMALL = 500;
const FULL_EVERY_MS = 1_000;
const SETTLED_MS = 2_000;
const SAMPLE = 20;

interface Pending extends Message {
  runner: string;
  runAt: string;
  /** How many more may run now, where the queue has a limit; else null. */
  free: number | null;
}

const read = (beyond: string): string =>
  hot(`SELECT id AS "jobId", dispatch_no AS "dispatchNo", runner, run_at::text AS "runAt",
     (SELECT c.concurrency - (SELECT count(*) FROM job r WHERE r.queue = $1 AND r.status = 'running')::int
      FROM queue_control c WHERE c.queue = $1 AND c.concurrency IS NOT NULL) AS free FROM job
   WHERE queue = $1 AND status = 'pending' ${beyond}
     AND NOT EXISTS (SELECT 1 FROM queue_control c WHERE c.queue = $1 AND c.paused_at IS NOT NULL)
   ORDER BY run_at, id LIMIT $2`);
const READ_HEAD = read('');
const READ_ON = read('AND (run_at, id) > ($3::timestamptz, $4)');

/** What this process remembers of a message it has dispatched. */
interface Known {
  dispatchNo: number;
  at: number;
  bundleId: string;
}

/** The consumer in the same process. */
export interface Neighbour {
  /** Takes the first message of a pass at once, if it has nothing else to do and knows the job's runner. */
  offer(queue: string, message: Message, runner: string): boolean;
  /** Hears what has just gone into the store. */
  added(queue: string): void;
}

/**
 * Moves one queue's due jobs from Postgres into the transport, at most a window of them at once. It remembers what
 * it has dispatched only to spare repetition: adding a message twice changes nothing, so whatever the transport
 * loses is found by looking again, and is added again.
 */
export class Lane {
  readonly #transport: Transport;
  readonly #window: number;
  readonly #neighbour: Neighbour;
  readonly #known = new Map<string, Known>();
  #last: Pending | undefined;
  #lastFull = 0;
  #size = 1;

  constructor(transport: Transport, window: number, neighbour: Neighbour) {
    this.#transport = transport;
    this.#window = window;
    this.#neighbour = neighbour;
  }

  get queue(): string {
    return this.#transport.queue;
  }

  /** Whether it holds anything in memory that a pass may have to forget. */
  get remembers(): boolean {
    return this.#known.size > 0;
  }

  /** Trusts nothing it remembers: the transport may have lost everything. */
  forget(): void {
    this.#known.clear();
    this.#lastFull = 0;
  }

  /** One pass. Returns true when more is waiting than the window lets through. */
  async pass(): Promise<boolean> {
    const now = Date.now();
    if (this.#known.size < SMALL || now - this.#lastFull >= FULL_EVERY_MS) return this.#fullPass(now);
    const room = await this.#room();
    if (room <= 0) return true;
    return this.#dispatch(await this.#read(this.#last, room), room, now);
  }

  /** How many more jobs the window lets through, at least: each bundle that waits may be a full one. */
  async #room(): Promise<number> {
    return this.#window - (await this.#transport.waiting()) * this.#size;
  }

  /** Looks at the head of the queue anew: finds what was committed out of order, and what the transport has lost. */
  async #fullPass(now: number): Promise<boolean> {
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
    // Few as these are, none of them can be beyond the window.
    const room = rows.length < SMALL || this.#known.size === 0 ? this.#window : await this.#room();
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
    const bundleOf = ({ jobId }: Pending): string => this.#known.get(jobId)?.bundleId ?? '';
    const bundles = [...new Set(overdue.slice(0, SAMPLE).map(bundleOf))];
    const opened = new Set(await this.#transport.unknown(bundles));
    if (opened.size === 0) return;
    // A worker that could not take all of a bundle has put the rest back one by one.
    const alone = overdue.filter((row) => opened.has(bundleOf(row))).slice(0, SAMPLE);
    const gone = new Set(await this.#transport.unknown(alone.map(messageId)));
    if (gone.size > 0 && (await this.#stillPending(alone.filter((row) => gone.has(messageId(row))))))
      this.#known.clear();
  }

  /** Whether one of these waits even now: it may have been taken while its message was looked for. */
  async #stillPending(messages: readonly Message[]): Promise<boolean> {
    const rows = await poolSql(
      `SELECT 1 FROM unnest($1::uuid[], $2::int[]) AS m(id, no)
       JOIN job j ON j.id = m.id AND j.dispatch_no = m.no WHERE j.status = 'pending' LIMIT 1`,
      [messages.map(({ jobId }) => jobId), messages.map(({ dispatchNo }) => dispatchNo)],
    );
    return rows.length > 0;
  }

  async #dispatch(rows: Pending[], room: number, now: number): Promise<boolean> {
    const fresh = rows.filter(({ jobId, dispatchNo }) => this.#known.get(jobId)?.dispatchNo !== dispatchNo);
    let messages = fresh.slice(0, Math.max(0, room));
    const [first] = messages;
    if (first) {
      this.#size = first.free === null ? bundleSize(this.#known.size + messages.length) : 1;
      // Where more wait, the last bundle is left for the next pass rather than sent half full.
      if (messages.length < fresh.length || messages.length === room)
        messages = wholeOf(messages, this.#size);
      const atHand = bundled(messages.slice(0, 1).filter((message) => this.#offer(message)));
      this.#remember(atHand, now);
      const bundles = bundled(messages.slice(atHand.length), this.#size);
      if (bundles.length > 0) {
        await this.#transport.add(bundles);
        this.#neighbour.added(this.queue);
        this.#remember(bundles, now);
      }
      this.#last = messages.at(-1);
    }
    return fresh.length > messages.length || messages.length === room;
  }

  #offer({ runner, ...message }: Pending): boolean {
    return this.#neighbour.offer(this.queue, message, runner);
  }

  #remember(bundles: readonly Bundle[], at: number): void {
    for (const { id: bundleId, messages } of bundles)
      for (const { jobId, dispatchNo } of messages) this.#known.set(jobId, { dispatchNo, at, bundleId });
  }

  #read(after: Pending | undefined, limit: number): Promise<Pending[]> {
    return after
      ? poolSql<Pending>(READ_ON, [this.queue, limit, after.runAt, after.jobId])
      : poolSql<Pending>(READ_HEAD, [this.queue, limit]);
  }
}

const wholeOf = <Item>(items: Item[], size: number): Item[] =>
  items.slice(0, items.length - (items.length % size));
