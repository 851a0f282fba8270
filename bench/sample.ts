/** What one measurement of one contender says. */
export interface Sample {
  /** What the cell is about, in its own unit. */
  figure: number;
  /** Processor time for each job in µs: of the worker's processes (where a cell only enqueues, of the producer's) and of the stores. */
  nodeUs?: number;
  postgresUs?: number;
  redisUs?: number;
  /** Write-ahead log of Postgres for each job, bytes. */
  walBytes?: number;
  /** Transactions of its database for each job. */
  commits?: number;
  /** Resident memory of the worker when the last job had ended, MB. */
  workerMb?: number;
  /** The slowest hundredth, where `figure` is the median of many waits. */
  p99?: number;
}

export type Metric = keyof Sample;
