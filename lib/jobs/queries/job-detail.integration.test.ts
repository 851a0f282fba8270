import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { getJob } from './job-detail';

useTestDatabase();

const [id, workerId] = [newId(), newId()];
const startedAt = new Date('2026-11-23T10:00:00.120Z');
const endedAt = new Date('2026-11-23T10:00:05.000Z');

beforeAll(async () => {
  await db().workerProcess.create({
    data: {
      id: workerId,
      host: 'yard-1',
      pid: 4100,
      version: '1',
      backend: 'postgres',
      queues: [],
      runners: [],
      slots: 1,
    },
  });
  await db().queueControl.create({
    data: { queue: 'low', pausedAt: new Date(), pausedBy: 'Somebody', pauseReason: 'Moving' },
  });
  await db().job.create({
    data: {
      id,
      runner: 'test.Runner',
      name: 'A job',
      queue: 'low',
      status: 'scheduled',
      timeoutMs: 1000,
      maxRetries: 3,
      attemptNo: 2,
      failedAttempts: 2,
      args: { secretive: true },
      data: { read: 10 },
      error: 'First line\nSecond line',
      attempts: {
        create: [2, 1].map((no) => ({
          no,
          workerId,
          dueAt: startedAt,
          startedAt,
          endedAt,
          outcome: 'failed' as const,
        })),
      },
    },
  });
});

describe('one job, whole', () => {
  test('has its attempts in order, each with the worker by name', async () => {
    const job = await getJob(id, { payloads: true });
    expect(job.attempts.map(({ no }) => no)).toEqual([1, 2]);
    expect(job.attempts[0]).toMatchObject({
      worker: { id: workerId, host: 'yard-1', pid: 4100 },
      startedAt: startedAt.toISOString(),
      endedAt: endedAt.toISOString(),
    });
  });

  test('has the whole error, its first line for the lists, and why its queue stands still', async () => {
    const job = await getJob(id, { payloads: true });
    expect(job.errorWhole).toBe('First line\nSecond line');
    expect(job.error).toBe('First line');
    expect(job.queuePaused).toEqual({ by: 'Somebody', reason: 'Moving' });
  });

  test('keeps arguments and result from those who may not see them', async () => {
    expect(await getJob(id, { payloads: true })).toMatchObject({
      args: { secretive: true },
      data: { read: 10 },
    });
    const hidden = await getJob(id, { payloads: false });
    expect(hidden).toMatchObject({ args: null, data: null, payloadsHidden: true });
    expect(JSON.stringify(hidden)).not.toContain('secretive');
  });

  test('that is not there is refused by name', async () => {
    await expect(getJob(newId(), { payloads: true })).rejects.toMatchObject({ code: 'not_found' });
  });
});
