/** A job system as the bench sees it. Everything happens in the process that holds it; jobs do nothing, or wait `ms`. */
export interface Contender {
  /** Adds one job and returns when it is stored. */
  add(): Promise<unknown>;
  /** Adds jobs in one call. */
  addBulk(many: number): Promise<unknown>;
  /** Removes all jobs and all traces of them. */
  clear(): Promise<void>;
  /** Starts a worker; `onStart` hears of each job that begins. Returns what ends it. */
  work(options: { slots: number; ms: number; onStart?: () => void }): Promise<() => Promise<void>>;
  /** How many jobs have not durably ended. */
  left(): Promise<number>;
  /** What is wrong with the `many` jobs that ended, in words; null: each ended once. */
  verify(many: number): Promise<string | null>;
  close(): Promise<void>;
}

/** Where the services are. */
export interface Services {
  /** Connection string of a database of this contender's own. */
  postgres: string;
  redis: string;
}

export type OpenContender = (services: Services) => Promise<Contender>;
