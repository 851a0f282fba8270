import { persist } from '@/lib/db/outage';
import { publish } from '@/lib/events/publish';
import { Batcher } from '@/lib/jobs/batcher';
import { emitStart } from '@/lib/jobs/events/emit';
import type { AbortCause } from '@/lib/jobs/execute/abort';
import { type Attempt, begin, type Host } from '@/lib/jobs/execute/execute';
import { settle, topicsOf } from '@/lib/jobs/execute/settle';
import { claimJobs } from '@/lib/jobs/store/claim-jobs';
import type { ClaimedJob, Message } from '@/lib/jobs/store/claimed-job';
import { requeueJobs } from '@/lib/jobs/store/requeue-jobs';
import { poolSql } from '@/lib/jobs/store/sql';
import { jobsNotInHand, jobsToStop } from '@/lib/jobs/store/worker-rows';

/** The jobs that this worker has in hand: claims them, runs them, stops them. */
export class JobDesk {
  readonly #workerId: string;
  readonly #host: Host;
  readonly #attempts = new Map<string, Attempt>();
  readonly #claims: Batcher<Message, ClaimedJob | null>;
  #taking = true;

  constructor(workerId: string, host: Host, onOutage: (error: Error) => void) {
    this.#workerId = workerId;
    this.#host = host;
    const runners = () => host.registry.runners.map(({ key }) => key);
    this.#claims = new Batcher(
      (messages) => persist(() => claimJobs(workerId, runners(), messages), { onOutage }),
      { lanes: 2 },
    );
  }

  get size(): number {
    return this.#attempts.size;
  }

  /** Claims the job that a message names and sees it through to its end; nothing happens when it can't be claimed. */
  async work(message: Message): Promise<void> {
    const job = await this.#claims.add(message);
    if (!job) return;
    const attempt = begin(job, this.#host);
    this.#attempts.set(job.id, attempt);
    // Claimed while the worker was already stopping: it goes straight back.
    if (!this.#taking) attempt.abort('shutdown');
    publish(...topicsOf(job));
    emitStart(job);
    try {
      await settle(job, this.#workerId, await attempt.outcome, this.#host);
    } finally {
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

  /** Compares what is in hand with the rows: stops what is not wanted, hands back what is not in hand. */
  async compare(): Promise<void> {
    const inHand = [...this.#attempts.values()].map(({ job }) => ({
      jobId: job.id,
      attemptNo: job.attemptNo,
    }));
    for (const { jobId, cancelled } of await jobsToStop(this.#workerId, inHand)) {
      this.abort(jobId, cancelled ? 'cancelled' : 'disowned');
    }
    const strays = await jobsNotInHand(this.#workerId, [...this.#attempts.keys()]);
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
