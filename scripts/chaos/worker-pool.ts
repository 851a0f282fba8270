import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { killSpawnedWorkers, type SpawnedWorker, spawnWorker } from '@/lib/worker/testing/spawn-worker';
import { recordKill } from './ledger';
import type { Random } from './random';

const SLOTS = 8;
const POLL_MS = 20;

/** Worker processes that are killed and replaced. */
export class WorkerPool {
  readonly #redisUrl: string;
  readonly #ready = new Set<SpawnedWorker>();
  readonly #starting = new Set<Promise<void>>();
  #failure: unknown;
  kills = 0;

  constructor(redisUrl: string) {
    this.#redisUrl = redisUrl;
  }

  /** Starts so many workers and waits until all of them take jobs. */
  async start(count: number): Promise<void> {
    for (let n = 0; n < count; n++) this.#startOne();
    await this.#settled();
  }

  /** Kills one, once half of all are ready to be killed, and starts another in its place. */
  async killOne(random: Random): Promise<void> {
    while (this.#ready.size === 0 || this.#ready.size < this.#starting.size) {
      this.#throwFailure();
      await pause(POLL_MS);
    }
    await this.#kill(random.pick([...this.#ready]));
  }

  /** Kills, at one blow, all that are ready, at most so many. */
  async killAll(most: number): Promise<void> {
    await Promise.all([...this.#ready].slice(0, most).map((victim) => this.#kill(victim)));
  }

  /** Ends all in order; returns their exit codes. */
  async stop(): Promise<(number | null)[]> {
    await this.#settled();
    return Promise.all([...this.#ready].map((worker) => worker.end('SIGTERM')));
  }

  /** Ends whatever is left of a run that failed. */
  abandon(): void {
    killSpawnedWorkers();
  }

  async #kill(victim: SpawnedWorker): Promise<void> {
    this.#ready.delete(victim);
    this.kills++;
    await victim.end('SIGKILL');
    await recordKill(victim.id);
    this.#startOne();
    this.#throwFailure();
  }

  #startOne(): void {
    const start = spawnWorker({
      redisUrl: this.#redisUrl,
      slots: SLOTS,
      env: { LOG_LEVEL: 'error' },
      program: 'scripts/chaos/worker',
    })
      .then((worker) => {
        this.#ready.add(worker);
        void once(worker.process, 'exit').then(() => {
          if (this.#ready.delete(worker) && worker.process.exitCode !== 0)
            this.#failure ??= new Error(`A worker ended by itself:\n${worker.output()}`);
        });
      })
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => this.#starting.delete(start));
    this.#starting.add(start);
  }

  async #settled(): Promise<void> {
    while (this.#starting.size > 0) await Promise.all(this.#starting);
    this.#throwFailure();
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure;
  }
}
