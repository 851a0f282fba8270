import { afterAll, beforeAll, expect, test } from 'vitest';
import { useTestDatabase } from '@/lib/db/testing';
import { type RedisServer, startRedis } from '../setup/redis';
import { printReport } from './print-report';
import { runChaos } from './run-chaos';

useTestDatabase();
let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

// The long form is npm run test:chaos.
test('F1, F3, F6, F8 ten workers killed under load: nothing lost, nothing twice, nothing stuck', {
  timeout: 300_000,
}, async () => {
  const report = await runChaos({ kills: 10, workers: 2, rate: 15, seed: 7, redis, drainMs: 120_000 });
  expect(report.ok, printReport(report)).toBe(true);
});
