import { beforeAll, beforeEach, expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { addFixtures } from '@/lib/jobs/testing/fixture-plugin';
import { getRunner } from './queries';

useTestDatabase();
beforeAll(addFixtures);
beforeEach(() => pool().query('TRUNCATE worker_process'));

const addWorker = (host: string, given: { runners?: string[]; queues?: string[]; heartbeatAt?: Date }) =>
  db().workerProcess.create({
    data: {
      ...{ id: newId(), host, pid: 1, version: '1', backend: 'postgres', slots: 1 },
      ...{ runners: ['fixture.Returns'], queues: ['default'], ...given },
    },
  });

test('a runner tells which live workers know it, and which of them serve its queue', async () => {
  await addWorker('old', { runners: [] });
  await addWorker('elsewhere', { queues: ['low'] });
  await addWorker('ready', {});
  await addWorker('silent', { heartbeatAt: new Date(Date.now() - 3_600_000) });
  const { workers } = await getRunner('fixture.Returns');
  expect(workers.map(({ host, knows, serves }) => [host, knows, serves])).toEqual([
    ['ready', true, true],
    ['elsewhere', true, false],
    ['old', false, true],
  ]);
});
