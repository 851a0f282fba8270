/** A job system as the bench sees it. Its jobs do nothing, or wait `ms`. */
export interface Contender {
  /** Adds one job and returns when it is stored. */
  add(): Promise<unknown>;
  /** Adds jobs in one call. */
  addBulk(many: number): Promise<unknown>;
  /** Removes all jobs and all traces of them. */
  clear(): Promise<unknown>;
  /** Starts a worker in this process, or below it. Returns what ends it. */
  work(options: WorkOptions): Promise<() => Promise<void>>;
  /** How many jobs have not durably ended. */
  left(): Promise<number>;
  /** How many rows say that their job ended well at its first start; absent where no row is kept. */
  completed?(): Promise<number>;
  /** Makes its tables hold so many waiting jobs, and about as many finished ones. */
  fillTables?(waiting: number, finished: number): Promise<void>;
  close(): Promise<void>;
}

export interface WorkOptions {
  slots: number;
  /** How long each job takes. */
  ms: number;
  /** Hears of each job that begins; `at` in nanoseconds of the machine's monotonic clock, default now. */
  onStart(jobId: string, at?: bigint): void;
}

/** Where the services are. */
export interface Services {
  /** Connection string of a database of this contender's own. */
  postgres: string;
  /** Address of a Redis database of this contender's own. */
  redis: string;
}

export type OpenContender = (services: Services) => Promise<Contender>;

/** Where the services of this process's contender are, as its parent has said. */
export const servicesOf = (environment: NodeJS.ProcessEnv): Services => ({
  postgres: environment.BENCH_POSTGRES ?? '',
  redis: environment.BENCH_REDIS ?? '',
});
