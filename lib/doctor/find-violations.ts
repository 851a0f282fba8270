import { poolSql } from '@/lib/jobs/store/sql';
import { chosen, examine, type Finding } from './examine';
import type { Invariant, Look } from './invariant';
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

export interface Repair {
  /** From before; of each invariant at most `MOST_ROWS` are told. */
  found: Finding[];
  /** How many rows were mended, by invariant; those of which none was are left out. */
  mended: Record<string, number>;
  /** From after. */
  left: Finding[];
}

/** Mends all that is found and can be mended, then looks again. */
export function repair(options: LookOptions = {}): Promise<Repair> {
  return withLook(options, async (at) => {
    const found = await examine(at, options.only);
    const mended: Record<string, number> = {};
    for (const invariant of chosen(options.only)) {
      const count = await mendAll(invariant, at);
      if (count > 0) mended[invariant.name] = count;
    }
    return { found, mended, left: await examine(at, options.only) };
  });
}

/**
 * Mends the rows of an invariant, a batch after the other, until none comes that has not been tried. Mending one thing may mend or
 * uncover another, so each batch is looked for anew. @returns how many are no longer found.
 */
async function mendAll({ find, repair: mend }: Invariant, at: Look): Promise<number> {
  if (!mend) return 0;
  const tried = new Set<string>();
  for (;;) {
    const rows = await find(at);
    const keys = rows.map((row) => JSON.stringify(row));
    if (keys.every((key) => tried.has(key))) return tried.size - keys.length;
    await mend(at, rows);
    for (const key of keys) tried.add(key);
  }
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
