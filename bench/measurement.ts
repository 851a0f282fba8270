import type { Contender } from './contender';
import type { Entry } from './contenders';
import type { Meter } from './meter';
import type { Sample } from './sample';

/** What a measurement works with. */
export interface Bench {
  name: string;
  entry: Entry;
  contender: Contender;
  meter: Meter;
  /** So many at the scale of this run: what surrounds the jobs that are counted, for all contenders and in warm-ups too. */
  full(jobs: number): number;
  /** How many jobs are done here of so many: fewer in a warm-up, and by a contender that would take minutes. */
  size(jobs: number): number;
}

export interface Measurement {
  title: string;
  unit: string;
  /** Whether a larger figure is the better one. */
  higherIsBetter: boolean;
  /** Taken once and without a warm-up: it is the same each time. */
  once?: boolean;
  /** Its tables are left for the next round, which finds them nearly as it needs them. */
  keepsTables?: boolean;
  /** Whom it can be measured with. Default: everybody. */
  appliesTo?(entry: Entry): boolean;
  /** One sample; throws when a job was lost or ran twice. */
  measure(bench: Bench): Promise<Sample>;
}

/** How many jobs are added in one call. */
export const BULK = 1_000;

/** Adds jobs in bulk, or none. */
export async function addJobs({ contender }: Bench, many: number): Promise<void> {
  for (let left = many; left > 0; left -= BULK) await contender.addBulk(Math.min(BULK, left));
}
