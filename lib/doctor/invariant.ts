import type { Sql } from '@/lib/jobs/store/sql';
import type { Transport } from '@/lib/queue/transport';

/** At most so many rows of one invariant are told. */
export const MOST_ROWS = 100;

/** What an invariant looks at, and how closely. */
export interface Look {
  sql: Sql;
  /** The transport of each queue that a live worker serves; empty when the transport is not looked at. */
  transports: readonly Transport[];
  /** How many of the newest jobs are read, where no index names the suspects. Live jobs are always all read. */
  depth: number;
  /** What every grace time is multiplied with: 1 in life; 0 judges as though all of them were over. */
  patience: number;
}

/** A row that violates an invariant: its id, and what the reader needs to understand it. */
export interface Row {
  /** Of a job, a schedule, a message; the name of a guard. */
  id: string;
  [detail: string]: unknown;
}

/** Something that must hold over the tables and the transport. */
export interface Invariant {
  /** Short and stable: what `--json` and tests know it by. */
  readonly name: string;
  /** One sentence that says what must hold. */
  readonly describe: string;
  /** `info`: harmless, worth knowing; it is no violation. */
  readonly level: 'violation' | 'info';
  /** The rows that violate it, at most `MOST_ROWS`, those that can be mended first. A row reads the same as long as nothing becomes of it. */
  find(look: Look): Promise<Row[]>;
  /** Mends these rows; each statement is guarded, so what has changed meanwhile stays as it is. */
  repair?(look: Look, rows: readonly Row[]): Promise<void>;
}

/** The ids of rows, each once. */
export const idsOf = (rows: readonly Row[]): string[] => [...new Set(rows.map(({ id }) => id))];
