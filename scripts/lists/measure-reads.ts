import { setEnvironment } from '@/lib/config';
import { closeDb } from '@/lib/db/client';
import { allReads } from './reads/all-reads';
import type { Read } from './reads/read';

/** How long the reads of one kind took at one size, in milliseconds. */
export interface Measured {
  kind: string;
  p50: number;
  p95: number;
}

/** What a page asks for: its route, and for the list of jobs whether an index answers it. */
const kindOf = ({ route, looks }: Read): string =>
  looks === undefined ? route : `${route}, where it has to look or to sort`;

/** Reads everything of the console `rounds` times, once more before to warm up; the database stays as it is. */
export async function measureReads(url: string, rounds: number): Promise<Measured[]> {
  setEnvironment({ DATABASE_URL: url });
  const reads = await allReads();
  const times = new Map<string, number[]>();
  for (const read of reads) {
    await read.run();
    for (let round = 0; round < rounds; round++) {
      const began = performance.now();
      await read.run();
      const kind = kindOf(read);
      times.set(kind, [...(times.get(kind) ?? []), performance.now() - began]);
    }
  }
  await closeDb();
  return [...times].map(([kind, all]) => ({ kind, p50: quantile(all, 0.5), p95: quantile(all, 0.95) }));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}
