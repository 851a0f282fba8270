import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { administrator } from '@/lib/worker/testing/administrator';
import { objectRef } from '../object-ref';
import { addFixtures, Returns } from '../testing/fixture-plugin';
import { cancelJob } from './cancel-job';
import { retryJob } from './retry-job';

useTestDatabase();
beforeAll(addFixtures);

test('a job of enqueueOnce is not tried again while a newer one has its place', async () => {
  const instance = objectRef('fixture.site', 1);
  const first = await Returns.enqueueOnce({ instance });
  await cancelJob(administrator, { id: first.id });
  const second = await Returns.enqueueOnce({ instance });
  await expect(retryJob(administrator, { id: first.id })).rejects.toThrow('Its place is taken');
  await cancelJob(administrator, { id: second.id });
  await retryJob(administrator, { id: first.id });
  expect(await db().job.findUnique({ where: { id: first.id } })).toMatchObject({ status: 'pending' });
});
