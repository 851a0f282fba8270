import { persist } from '@/lib/db/outage';
import { publish } from '@/lib/events/publish';
import { Batcher } from '@/lib/jobs/batcher';
import { emitStart } from '@/lib/jobs/events/emit';
import type { AbortCause } from '@/lib/jobs/execute/abort';
import { type Attempt, begin, type Host } from '@/lib/jobs/execute/execute';
import type { Outcome } from '@/lib/jobs/execute/outcome';
import { settle, topicsOf } from '@/lib/jobs/execute/settle';
import { claimJobs } from '@/lib/jobs/store/claim-jobs';
import type { ClaimedJob, Message } from '@/lib/jobs/store/claimed-job';
import { requeueJobs } from '@/lib/jobs/store/requeue-jobs';
import { poolSql } from '@/lib/jobs/store/sql';
import { jobsNotInHand, jobsToStop } from '@/lib/jobs/store/worker-rows';
import type { Worked } from '@/lib/queue/consumer-options';

interface Candidate {
  message: Message;
  wanted(): boolean;
}

type Claim = ClaimedJob | null | 'unknown_runner' | 'unwanted';

/** The jobs that this worker has in hand: claims them, runs them, stores how they ended, stops them. */
export class JobDesk {
  readonly #workerId: string;
  readonly #host: Host;
  readonly #mostEnding: number;
  readonly #on: { alive(): Promise<void>; outage(error: Error): void; error(error: unknown): void };
  readonly #attempts = new Map<string, Attempt>();
  readonly #claims: Batcher<Candidate, Claim>;
  #ending = 0;
  #taking = true;

  /**
   * While the ends of `mostEnding` jobs are still to be stored, a job is only done with when its own end is. `alive` resolves when
   * others know that this worker is: what one claims that they take for lost is taken from it at once.
   */
  constructor(
    workerId: string,
    host: Host,
    mostEnding: number,
    on: { alive(): Promise<void>; outage(error: Error): void; error(error: unknown): void },
  ) {
    this.#workerId = workerId;
    this.#host = host;
    this.#mostEnding = mostEnding;
    this.#on = on;
    // One flush at a time: jobs start in the order in which their messages came, which strict priority is made of.
    this.#claims = new Batcher((candidates) =>
      persist(() => this.#claim(candidates), { onOutage: on.outage }),
    );
  }

  /** How many jobs run, or have run and their ends are still to be stored. */
  get size(): number {
    return this.#attempts.size;
  }

  /**
   * Claims the job that a message names and runs it; nothing happens when it can't be claimed. Resolves when it has run:
   * its end is stored while the next one starts. 'unwanted': it was not wanted any more when its turn came.
   */
  async work(message: Message, wanted: () => boolean): Promise<Worked> {
    const job = await this.#claims.add({ message, wanted });
    if (job === 'unwanted' || job === 'unknown_runner') return job;
    if (!job) return 'done';
    const attempt = begin(job, this.#host);
    this.#attempts.set(job.id, attempt);
    // Claimed while the worker was already stopping: it goes straight back.
    if (!this.#taking) attempt.abort('shutdown');
    publish(...topicsOf(job));
    emitStart(job);
    const outcome = await attempt.outcome;
    const ended = this.#end(attempt, outcome).catch(this.#on.error);
    if (this.#ending > this.#mostEnding) await ended;
    return 'done';
  }

  async #claim(candidates: Candidate[]): Promise<Claim[]> {
    await this.#on.alive();
    const wanted = candidates.filter((candidate) => candidate.wanted());
    const messages = wanted.map(({ message }) => message);
    const jobs = messages.length > 0 ? await claimJobs(this.#workerId, this.#runners(), messages) : [];
    const claims = new Map(wanted.map((candidate, index) => [candidate, jobs[index] ?? null]));
    return candidates.map((candidate) => {
      const claim = claims.get(candidate);
      return claim === undefined ? 'unwanted' : claim;
    });
  }

  #runners(): string[] {
    return this.#host.registry.runners.map(({ key }) => key);
  }

  async #end(attempt: Attempt, outcome: Outcome): Promise<void> {
    const { job } = attempt;
    this.#ending++;
    try {
      await settle(job, this.#workerId, outcome, this.#host);
    } finally {
      this.#ending--;
      // Should its end be refused for whatever reason, `compare` finds it not in hand, and it runs again.
      if (this.#attempts.get(job.id) === attempt) this.#attempts.delete(job.id);
    }
    // Its end made room in a queue with a limit.
    if (job.limited) await poolSql("SELECT pg_notify('yardmaster_work', $1)", [job.queue]);
  }

  abort(jobId: string, cause: AbortCause): void {
    this.#attempts.get(jobId)?.abort(cause);
  }

  abortAll(cause: AbortCause): void {
    this.#taking = false;
    for (const attempt of this.#attempts.values()) attempt.abort(cause);
  }

  /** The ids of the jobs that it has in hand. */
  get inHand(): string[] {
    return [...this.#attempts.keys()];
  }

  /** Compares what is in hand with the rows: stops what is not wanted, hands back what is not in hand where there are `strays`. */
  async compare({ strays: mayStray }: { strays: boolean }): Promise<void> {
    const inHand = [...this.#attempts.values()].map(({ job }) => ({
      jobId: job.id,
      attemptNo: job.attemptNo,
    }));
    for (const { jobId, cancelled } of await jobsToStop(this.#workerId, inHand)) {
      this.abort(jobId, cancelled ? 'cancelled' : 'disowned');
    }
    if (!mayStray) return;
    const strays = await jobsNotInHand(this.#workerId, this.inHand);
    if (strays.length === 0) return;
    const back = {
      workerId: this.#workerId,
      outcome: 'interrupted',
      error: null,
      errorStack: null,
      delayMs: 0,
      failed: 0,
    } as const;
    await requeueJobs(strays.map((stray) => ({ ...stray, ...back })));
  }
}
