import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { permissionsOf } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { pauseQueue } from '@/lib/queues/commands/pause-queue';
import { administrator } from '@/lib/worker/testing/administrator';
import { clearWorld } from '@/prisma/seed/world';
import { searchPalette } from './queries';

useTestDatabase();
beforeEach(() => clearWorld());

const viewer: Actor = { userId: null, name: 'Viewer', permissions: permissionsOf('viewer') };

const makeJob = async (name: string, id = newId()) => {
  await db().job.create({
    data: { id, runner: 'core.HousekeepingJob', name, queue: 'default', timeoutMs: 1000, status: 'pending' },
  });
  return id;
};
const labelsOf = async (actor: Actor, text: string, kind: string) =>
  (await searchPalette(actor, text)).filter((thing) => thing.kind === kind).map(({ label }) => label);

test('a job is found by words of its name, by its id and by the beginning of its id', async () => {
  const id = await makeJob('Weigh the 100% loaded wagon');
  await makeJob('Weigh the empty wagon');
  expect(await labelsOf(viewer, 'WAGON loaded', 'job')).toEqual(['Weigh the 100% loaded wagon']);
  expect(await labelsOf(viewer, '100%', 'job')).toEqual(['Weigh the 100% loaded wagon']);
  expect(await labelsOf(viewer, id, 'job')).toEqual(['Weigh the 100% loaded wagon']);
  expect(await labelsOf(viewer, id.slice(0, 8), 'job')).toContain('Weigh the 100% loaded wagon');
  expect(await labelsOf(viewer, '', 'job')).toEqual([]);
});

test('a verb is offered to whom it is permitted, and only while it makes sense', async () => {
  const verbsOfLow = async (actor: Actor) =>
    (await searchPalette(actor, 'pause low')).find(({ kind, id }) => kind === 'queue' && id === 'low')?.verbs;
  expect(await verbsOfLow(administrator)).toEqual(['queue.pause']);
  expect(await verbsOfLow(viewer)).toEqual([]);
  await pauseQueue(administrator, { queue: 'low' });
  expect(await verbsOfLow(administrator)).toEqual(['queue.resume']);
});

test('of many of a kind the first six are named', async () => {
  for (let number = 0; number < 8; number += 1) await makeJob(`Count the sleepers ${number}`);
  expect(await labelsOf(viewer, 'sleepers', 'job')).toHaveLength(6);
});

test('runners and live workers are found by their names', async () => {
  await db().workerProcess.create({
    data: {
      id: newId(),
      host: 'depot',
      pid: 17,
      version: '1',
      backend: 'postgres',
      queues: ['low'],
      runners: [],
      slots: 1,
    },
  });
  expect(await labelsOf(viewer, 'depot:17', 'worker')).toEqual(['depot:17']);
  expect(await labelsOf(viewer, 'housekeep', 'runner')).toEqual(['Housekeeping']);
});
