import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Contender, Services, WorkOptions } from '../contender';
import { debianPython } from './rq/debian-python';

const folder = path.resolve('bench/contenders/rq');

/** RQ with a Django row a job. Its producer and its workers are Python processes below this one. */
export async function openRq(services: Services): Promise<Contender> {
  const python = debianPython();
  const env = { ...process.env, BENCH_POSTGRES: services.postgres, BENCH_REDIS: services.redis };
  const start = (program: string, more: Record<string, string> = {}): ChildProcess =>
    spawn(python, [program], { cwd: folder, env: { ...env, ...more }, stdio: ['pipe', 'pipe', 'inherit'] });
  const pool = new pg.Pool({ connectionString: services.postgres, max: 2 });
  const redis = new Redis(services.redis);
  const producer = openProducer(() => start('produce.py'));
  const count = async (where: string): Promise<number> =>
    (await pool.query(`SELECT count(*)::int AS n FROM rq_job WHERE ${where}`)).rows[0].n;
  return {
    add: async () => (await producer()).ask('add'),
    addBulk: async (many) => (await producer()).ask(`bulk ${many}`),
    async clear() {
      await (await producer()).ready;
      await pool.query('TRUNCATE rq_job');
      await redis.flushdb();
    },
    async work(options) {
      const workers = Array.from({ length: processesFor(options) }, () =>
        start('work.py', { BENCH_JOB_MS: String(options.ms) }),
      );
      for (const { stdout } of workers) {
        createInterface({ input: stdout as NodeJS.ReadableStream }).on('line', (line) => {
          const [id = '', at = '0'] = line.split(' ');
          options.onStart(id, BigInt(at));
        });
      }
      return async () => {
        await Promise.all(workers.map(end));
      };
    },
    left: () => count("status <> 'completed'"),
    completed: () => count("status = 'completed' AND starts = 1"),
    async close() {
      await producer.close();
      await redis.quit();
      await pool.end();
    },
  };
}

/** A slot of RQ is a process that forks; beyond two a core more of them only wait for each other. */
const processesFor = ({ slots }: WorkOptions): number => Math.min(slots, 2 * os.availableParallelism());

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  await closed;
}

/** The process that adds jobs, started when first needed: a worker's process needs none. */
function openProducer(start: () => ChildProcess) {
  let opened: ReturnType<typeof open> | undefined;
  const open = () => {
    const child = start();
    const waiting = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
    let asked = 0;
    let isReady = (): void => undefined;
    const ready = new Promise<void>((resolve, reject) => {
      isReady = resolve;
      child.once('close', (code) => reject(new Error(`produce.py ended with ${code}`)));
    });
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      if (line === 'ready') return isReady();
      const [number = '', answer, ...why] = line.split(' ');
      const asker = waiting.get(number);
      waiting.delete(number);
      if (answer === 'done') asker?.resolve();
      else asker?.reject(new Error(why.join(' ')));
    });
    const ask = (what: string): Promise<void> =>
      new Promise((resolve, reject) => {
        const number = String(++asked);
        waiting.set(number, { resolve, reject });
        child.stdin?.write(`${number} ${what}\n`);
      });
    return { child, ready, ask };
  };
  const get = async () => {
    opened ??= open();
    await opened.ready;
    return opened;
  };
  return Object.assign(get, {
    async close() {
      if (opened) await end(opened.child);
    },
  });
}
