/** What a cell tells its worker processes. */
export type ToWorker = { say: 'work'; slots: number; ms: number; tellEach: boolean } | { say: 'stop' };

/** What they answer; times are nanoseconds of the machine's monotonic clock, as text. */
export type FromWorker =
  | { say: 'ready' }
  /** The first job began, or any where each is to be told. */
  | { say: 'started'; at: string }
  /** How many jobs have begun so far. */
  | { say: 'begun'; many: number }
  /** It has stopped; the jobs that began, in their order. */
  | { say: 'ended'; ids: string[] };
