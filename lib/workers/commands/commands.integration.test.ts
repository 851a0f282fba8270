import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissionsOf } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { cancelJob } from '@/lib/jobs/commands/cancel-job';
import { addFixtures, Greets, Sleeps } from '@/lib/jobs/testing/fixture-plugin';
import { waitFor } from '@/lib/jobs/testing/wait-for';
import { administrator } from '@/lib/worker/testing/administrator';
import { killSpawnedWorkers, type SpawnedWorker, spawnWorker } from '@/lib/worker/testing/spawn-worker';
import { getWorker } from '../worker-detail';
import { quietWorker } from './quiet-worker';
import { resumeWorker } from './resume-worker';
import { stopWorker } from './stop-worker';

useTestDatabase();

let worker: SpawnedWorker;
beforeAll(async () => {
  await addFixtures();
  worker = await spawnWorker({ slots: 2 });
});
afterAll(killSpawnedWorkers);

const at = (id: string, status: 'running' | 'completed' | 'cancelled') =>
  waitFor(`the job to be ${status}`, () => db().job.findFirst({ where: { id, status } }));

const beatSince = (what: string, id: string, since: Date) =>
  waitFor(what, () => db().workerProcess.findFirst({ where: { id, heartbeatAt: { gt: since } } }));

test('a quiet worker goes on with what it runs, starts nothing, and takes jobs again once it is resumed', async () => {
  const { id } = worker;
  const long = await Sleeps.enqueue();
  await at(long.id, 'running');
  await quietWorker(administrator, { id });
  const { at: askedAt } = await db().auditEvent.findFirstOrThrow({
    where: { action: 'worker.quiet', targetId: id },
  });
  await beatSince('the heartbeat that hears of it', id, askedAt);
  const meanwhile = await Greets.enqueue({ args: { name: 'quiet', lines: 1 } });
  // The last heartbeat but one may have been written before it was heard; the one after the next was not.
  const { heartbeatAt } = await db().workerProcess.findUniqueOrThrow({ where: { id } });
  const next = await beatSince('the next heartbeat', id, heartbeatAt);
  await beatSince('the heartbeat after that', id, next.heartbeatAt);
  expect(await db().job.findUnique({ where: { id: meanwhile.id } })).toMatchObject({ status: 'pending' });
  expect(await db().job.findUnique({ where: { id: long.id } })).toMatchObject({ status: 'running' });

  await resumeWorker(administrator, { id });
  await at(meanwhile.id, 'completed');
  await cancelJob(administrator, { id: long.id });
  await at(long.id, 'cancelled');
  const detail = await getWorker(id);
  expect(detail.lately.map(({ jobId }) => jobId)).toEqual([long.id, meanwhile.id]);
  expect(detail).toMatchObject({
    state: 'live',
    asked: null,
    counts: { attempts: 2, lost: 0, interrupted: 0 },
  });
});

test('what makes no sense is refused: to quiet twice, to resume what is not quiet, to ask one that is not there', async () => {
  const { id } = worker;
  await expect(resumeWorker(administrator, { id })).rejects.toThrow('is not quiet');
  await quietWorker(administrator, { id });
  await expect(quietWorker(administrator, { id })).rejects.toThrow('quiet or stopping already');
  await resumeWorker(administrator, { id });
  const nobody = { id: '00000000-0000-7000-8000-000000000000' };
  await expect(stopWorker(administrator, nobody)).rejects.toMatchObject({ code: 'not_found' });
  const operator = { ...administrator, permissions: permissionsOf('operator') };
  await expect(stopWorker(operator, { id })).rejects.toMatchObject({ code: 'forbidden' });
});

test('a worker that is asked to stop ends in order, and then it is gone', async () => {
  const { id } = worker;
  const ended = new Promise<number | null>((resolve) => worker.process.once('exit', resolve));
  await stopWorker(administrator, { id });
  expect(await ended).toBe(0);
  expect(await getWorker(id)).toMatchObject({ state: 'ended', asked: 'stop' });
  await expect(quietWorker(administrator, { id })).rejects.toThrow('is gone');
  expect(await db().auditEvent.count({ where: { action: { startsWith: 'worker.' }, targetId: id } })).toBe(5);
});
