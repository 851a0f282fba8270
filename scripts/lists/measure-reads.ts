import { setEnvironment } from '@/lib/config';
import { closeDb } from '@/lib/db/client';
import { postgresTimeMs } from './postgres-time';
import { allReads } from './reads/all-reads';
import type { Read } from './reads/read';

/** How long the reads of one kind took at one size, in milliseconds. */
export interface Measured {
  kind: string;
  /** Processor time of this process and of Postgres together: what it takes on a machine with nothing else to do. */
  p50: number;
  p95: number;
  /** By the clock, whatever else the machine did meanwhile. */
  wallP95: number;
}

interface Sample {
  processor: number;
  wall: number;
}

/** What a page asks for: its route, and for a list whether an index answers it. */
const kindOf = ({ route, shows, looks }: Read): string =>
  looks === undefined || shows === 0 ? route : `${route}, where it has to look or to sort`;

/** Reads everything of the console `rounds` times, once more before to warm up; the database stays as it is. */
export async function measureReads(url: string, postmaster: number, rounds: number): Promise<Measured[]> {
  setEnvironment({ DATABASE_URL: url });
  const reads = await allReads();
  const samples = new Map<string, Sample[]>();
  for (const read of reads) {
    const own = samples.get(kindOf(read)) ?? [];
    samples.set(kindOf(read), own);
    await read.run();
    for (let round = 0; round < rounds; round++) own.push(await sample(read, postmaster));
  }
  await closeDb();
  return [...samples].map(([kind, all]) => {
    const processor = all.map((each) => each.processor);
    const wall = all.map((each) => each.wall);
    return {
      kind,
      p50: quantile(processor, 0.5),
      p95: quantile(processor, 0.95),
      wallP95: quantile(wall, 0.95),
    };
  });
}

async function sample(read: Read, postmaster: number): Promise<Sample> {
  const [postgres, own, began] = [postgresTimeMs(postmaster), process.cpuUsage(), performance.now()];
  await read.run();
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(own);
  return { wall, processor: (user + system) / 1000 + postgresTimeMs(postmaster) - postgres };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}
