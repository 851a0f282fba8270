import { poolSql } from '@/lib/jobs/store/sql';
import { chosen, examine, type Finding } from './examine';
import type { Look } from './invariant';
import { openTransports } from './open-transports';

export interface LookOptions {
  /** Where the transport is: default the setting REDIS_URL; empty: Postgres; false: it is not looked at. */
  redisUrl?: string | false;
  /** How many of the newest jobs are read where no index names the suspects. Default 50,000. */
  depth?: number;
  /** What every grace time is multiplied with. Default 1; 0 judges as though all of them were over. */
  patience?: number;
  /** Which invariants to look at, by name. Default: all. */
  only?: readonly string[];
}

const DEPTH = 50_000;

/** The violations of the invariants, as the tables and the transport show them now; none: all is well. */
export async function findViolations(options: LookOptions = {}): Promise<Finding[]> {
  return (await look(options)).filter(({ level }) => level === 'violation');
}

/** Everything that there is to tell, information that is no violation included. */
export function look(options: LookOptions = {}): Promise<Finding[]> {
  return withLook(options, (at) => examine(at, options.only));
}

/** Mends what is found and can be mended, then looks again. `found` is from before, `left` from after. */
export function repair(options: LookOptions = {}): Promise<{ found: Finding[]; left: Finding[] }> {
  return withLook(options, async (at) => {
    const found = await examine(at, options.only);
    for (const invariant of chosen(options.only)) {
      // Mending one thing may mend or uncover another, so each is looked at anew just before.
      const rows = invariant.repair ? await invariant.find(at) : [];
      if (rows.length > 0) await invariant.repair?.(at, rows);
    }
    return { found, left: await examine(at, options.only) };
  });
}

async function withLook<Result>(options: LookOptions, work: (at: Look) => Promise<Result>): Promise<Result> {
  const { redisUrl, depth = DEPTH, patience = 1 } = options;
  const open = redisUrl === false ? undefined : await openTransports(redisUrl);
  try {
    return await work({ sql: poolSql, transports: open?.transports ?? [], depth, patience });
  } finally {
    await open?.close();
  }
}
