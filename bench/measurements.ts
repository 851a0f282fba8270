import { add50, addBulk, addOne } from './measure-enqueue';
import { pickUp } from './measure-pick-up';
import { costWith, processing } from './measure-processing';
import { redisMemory } from './measure-redis-memory';
import type { Measurement } from './measurement';

/** Everything that is measured, by its key. Scale 1 is the size in its title. */
export const measurements: Record<string, Measurement> = {
  'add-one': addOne,
  'add-50': add50,
  'add-bulk': addBulk,
  'process-1': processing(2_000, 1),
  'process-50': processing(20_000, 50),
  'process-200': processing(20_000, 200),
  'process-2x50': processing(20_000, 50, { workers: 2 }),
  'process-50-10ms': processing(10_000, 50, { ms: 10 }),
  'pick-up': pickUp,
  'redis-memory': redisMemory(100_000),
  'redis-memory-1m': redisMemory(1_000_000),
  'cost-10k': costWith(10_000),
  'cost-100k': costWith(100_000),
  'cost-1m': costWith(1_000_000),
};
