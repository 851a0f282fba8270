import { beforeEach, expect, test } from 'vitest';
import { db, type Prisma, pool } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { clearWorld } from '@/prisma/seed/world';
import { DEPTH_LIMIT, depthText } from './depth';
import { listQueues } from './queries';

useTestDatabase();
beforeEach(() => clearWorld());

const MINUTE_MS = 60_000;
const job = (given: Partial<Prisma.JobCreateManyInput> & Pick<Prisma.JobCreateManyInput, 'status'>) => ({
  id: newId(),
  runner: 'core.HousekeepingJob',
  name: 'Housekeeping',
  queue: 'default',
  timeoutMs: 1000,
  ...given,
});
const worker = (given: object) => ({
  id: newId(),
  host: 'host',
  pid: 1,
  version: '1',
  backend: 'postgres',
  queues: ['default'],
  runners: [],
  slots: 1,
  ...given,
});
const named = async (name: string) => (await listQueues()).find((queue) => queue.name === name);

test('the core queues are there without any job, in the order in which they are served', async () => {
  const names = (await listQueues()).map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['high', 'default', 'low']);
});

test('jobs are counted by queue and status; the oldest wait is that of the job due first', async () => {
  const due = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);
  const { id: workerId } = await db().workerProcess.create({ data: worker({}) });
  await db().job.createMany({
    data: [
      job({ status: 'pending', runAt: due(3) }),
      job({ status: 'pending', runAt: due(9) }),
      job({ status: 'running', workerId }),
      job({ status: 'scheduled', runAt: due(-5) }),
      job({ status: 'completed', completedAt: due(0) }),
      job({ status: 'pending', queue: 'plugin.own', runAt: due(1) }),
    ],
  });
  const queue = await named('default');
  expect(queue).toMatchObject({ pending: 2, running: 1, scheduled: 1 });
  expect(Date.now() - Date.parse(queue?.oldestDueAt ?? '')).toBeGreaterThanOrEqual(9 * MINUTE_MS);
  expect(await named('plugin.own')).toMatchObject({ pending: 1, running: 0, workers: [] });
});

test('only live workers serve a queue', async () => {
  const silentSince = new Date(Date.now() - MINUTE_MS);
  await db().workerProcess.createMany({
    data: [
      worker({ pid: 10, queues: ['default', 'extra'] }),
      worker({ pid: 11, heartbeatAt: silentSince }),
      worker({ pid: 12, lost: true, endedAt: silentSince }),
      worker({ pid: 13, endedAt: new Date() }),
    ],
  });
  expect((await named('default'))?.workers.map(({ pid }) => pid)).toEqual([10]);
  expect((await named('extra'))?.workers).toHaveLength(1);
});

test('a pause says by whom and why, also for a queue without jobs', async () => {
  const pausedAt = new Date();
  await db().queueControl.create({
    data: { queue: 'plugin.own', pausedAt, pausedBy: 'operator', pauseReason: 'a reason' },
  });
  expect(await named('plugin.own')).toMatchObject({
    pausedAt: pausedAt.toISOString(),
    pausedBy: 'operator',
    pauseReason: 'a reason',
  });
});

test('a long backlog is counted no further than the limit, and shown so', async () => {
  await pool().query(
    `INSERT INTO job (id, runner, name, queue, status, timeout_ms)
     SELECT gen_random_uuid(), 'r', 'n', 'low', 'pending', 1 FROM generate_series(1, $1::int)`,
    [DEPTH_LIMIT + 50],
  );
  const queue = await named('low');
  expect(queue?.pending).toBe(DEPTH_LIMIT);
  expect(depthText(queue?.pending ?? 0)).toBe('10,000+');
});
