import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import type { FromWorker, ToWorker } from './worker-messages';

/** A worker process of this cell's contender. Emits `started` with the time in nanoseconds, and `lost` with an error. */
export class WorkerProcess extends EventEmitter<{
  started: [bigint];
  lost: [Error];
  ready: [];
  ended: [string[]];
}> {
  /** How many jobs it has begun, as far as it has told. */
  begun = 0;

  private readonly closed: Promise<void>;

  private constructor(private readonly child: ChildProcess) {
    super();
    this.on('lost', () => undefined);
    child.on('message', (message: FromWorker) => {
      if (message.say === 'ready') this.emit('ready');
      if (message.say === 'started') this.emit('started', BigInt(message.at));
      if (message.say === 'begun') this.begun = message.many;
      if (message.say === 'ended') this.emit('ended', message.ids);
    });
    this.closed = new Promise((resolve) => {
      child.once('close', (code, signal) => {
        this.emit('lost', new Error(`a worker ended with ${code ?? signal}`));
        resolve();
      });
    });
  }

  /** Starts one and waits until it has connected; it works when it is told to. */
  static async open(contender: string): Promise<WorkerProcess> {
    const child = fork(process.env.BENCH_WORKER ?? '', [contender], {
      // Stacks that show sources are a part of what Yardmaster's worker takes.
      execArgv: contender.startsWith('yardmaster') ? ['--enable-source-maps'] : [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const worker = new WorkerProcess(child);
    await worker.unlessLost(once(worker, 'ready'));
    return worker;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  work(options: { slots: number; ms?: number; tellEach?: boolean }): void {
    this.say({ say: 'work', slots: options.slots, ms: options.ms ?? 0, tellEach: options.tellEach ?? false });
  }

  /** Stops it in order and returns the ids of the jobs that it began. */
  async stop(): Promise<string[]> {
    const ended = once(this, 'ended');
    this.say({ say: 'stop' });
    const [ids] = await this.unlessLost(ended);
    return ids as string[];
  }

  /** Ends it as a power cut would, where it still runs. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.closed;
  }

  /** Waits for something of it, and rejects when it ends instead. */
  async unlessLost<T>(wanted: Promise<T>): Promise<T> {
    const lost = new AbortController();
    const failed = once(this, 'lost', { signal: lost.signal }).then(([error]) => Promise.reject(error));
    try {
      return await Promise.race([wanted, failed]);
    } finally {
      lost.abort();
      failed.catch(() => undefined);
    }
  }

  private say(message: ToWorker): void {
    this.child.send(message);
  }
}
