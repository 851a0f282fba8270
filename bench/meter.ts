import pg from 'pg';
import { redisCommand } from '@/scripts/setup/redis-command';
import { usageOf } from './processor-time';
import type { Sample } from './sample';

interface Reading {
  node: number;
  postgres: number;
  redis: number;
  wal: number;
}

/** Reads what a contender costs: processor time of its processes and of the two stores, WAL, commits, memory. */
export class Meter {
  private constructor(
    private readonly client: pg.Client,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly ownProcesses: boolean,
  ) {}

  /** `ownProcesses`: its workers are below the processes it is given, which are not counted. */
  static async open(environment: NodeJS.ProcessEnv, { ownProcesses = false } = {}): Promise<Meter> {
    const client = new pg.Client({ connectionString: environment.BENCH_POSTGRES });
    await client.connect();
    return new Meter(client, environment, ownProcesses);
  }

  /** Begins to count; the function that is returned tells what it was for each of so many jobs. */
  async begin(pids: readonly number[]): Promise<(jobs: number) => Promise<Partial<Sample>>> {
    const before = await this.read(pids);
    return async (jobs) => {
      const after = await this.read(pids);
      const each = (what: keyof Reading): number => (after[what] - before[what]) / jobs;
      return {
        nodeUs: each('node'),
        postgresUs: each('postgres'),
        redisUs: each('redis'),
        walBytes: each('wal'),
      };
    };
  }

  /** Transactions that its database has committed. Sessions tell of theirs when they end, so ask before and after a worker. */
  async commits(): Promise<number> {
    const { rows } = await this.client.query(
      'SELECT xact_commit::float8 AS n FROM pg_stat_database WHERE datname = current_database()',
    );
    return rows[0].n;
  }

  /** Resident memory of processes and those below them, MB. */
  memoryOf(pids: readonly number[]): number {
    return usageOf(pids, { without: this.ownProcesses }).residentMb;
  }

  /** What Redis says it uses, bytes. */
  async redisMemory(): Promise<number> {
    const said = await redisCommand(Number(new URL(this.environment.BENCH_REDIS ?? '').port), 'INFO memory');
    return Number(/used_memory:(\d+)/.exec(said)?.[1]);
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private async read(pids: readonly number[]): Promise<Reading> {
    const { rows } = await this.client.query("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS wal");
    return {
      node: usageOf(pids, { without: this.ownProcesses }).us,
      postgres: usageOf([Number(this.environment.BENCH_POSTGRES_PID)]).us,
      redis: usageOf([Number(this.environment.BENCH_REDIS_PID)]).us,
      wal: Number(rows[0].wal),
    };
  }
}
