import { afterAll, beforeAll, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/db/testing';
import { bundlePrograms } from './bundle-programs';
import { measureCell } from './cell-process';

const { url, redisUrl } = useTestDatabase();
const environment = {
  BENCH_POSTGRES: url,
  BENCH_POSTGRES_PID: String(process.pid),
  BENCH_REDIS: redisUrl,
  BENCH_REDIS_PID: String(process.pid),
};
const SMALL = 0.005;
let programs: Awaited<ReturnType<typeof bundlePrograms>>;
const measure = (key: string) => {
  const all = { ...environment, ...programs.environment };
  return measureCell('yardmaster-redis', key, { scale: SMALL }, all, new AbortController().signal);
};

beforeAll(async () => {
  programs = await bundlePrograms();
});
afterAll(() => programs.remove());

it('a worker of its own takes jobs of tables laid by one statement, and the cell tells what each cost', async () => {
  const sample = await measure('cost-10k');
  expect(sample.figure).toBeGreaterThan(0);
  expect(sample.walBytes).toBeGreaterThan(0);
  expect(sample.workerMb).toBeGreaterThan(0);
});

it('a cell that fails says why', async () => {
  await expect(measure('process-51')).rejects.toThrow('There is no yardmaster-redis or process-51.');
});
