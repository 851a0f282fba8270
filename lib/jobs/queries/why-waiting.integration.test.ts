import { beforeEach, describe, expect, test } from 'vitest';
import { db, type Prisma } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { explainWaiting } from './why-waiting';

useTestDatabase();

const HOUR_MS = 3_600_000;
const LATER = new Date(Date.now() + HOUR_MS);
const EARLIER = new Date(Date.now() - HOUR_MS);

beforeEach(async () => {
  await db().job.deleteMany();
  await db().schedule.deleteMany();
  await db().queueControl.deleteMany();
  await db().workerProcess.deleteMany();
});

async function addWorker(part: Partial<Prisma.WorkerProcessCreateManyInput> = {}): Promise<string> {
  const { id } = await db().workerProcess.create({
    data: {
      id: newId(),
      host: 'yard-1',
      pid: 4100,
      version: '1',
      backend: 'postgres',
      queues: ['default'],
      runners: ['test.Runner'],
      slots: 2,
      ...part,
    },
  });
  return id;
}

async function addJob(part: Partial<Prisma.JobCreateManyInput> = {}): Promise<string> {
  const { id } = await db().job.create({
    data: {
      id: newId(),
      runner: 'test.Runner',
      name: 'A job',
      queue: 'default',
      status: 'pending',
      timeoutMs: 1000,
      ...part,
    },
  });
  return id;
}

const addRunning = (workerId: string, part: Partial<Prisma.JobCreateManyInput> = {}) =>
  addJob({ status: 'running', workerId, startedAt: new Date(), attemptNo: 1, ...part });

const why = async (id: string) => (await explainWaiting(id)).why;

describe('why a job is not running', () => {
  test('a worker has a slot: in a moment', async () => {
    await addWorker();
    await addJob({ runAt: EARLIER });
    const runAt = new Date();
    expect(await why(await addJob({ runAt }))).toEqual({
      kind: 'soon',
      since: runAt.toISOString(),
      ahead: 1,
    });
  });

  test('its queue is paused, by whom and why', async () => {
    await addWorker();
    await db().queueControl.create({
      data: { queue: 'default', pausedAt: EARLIER, pausedBy: 'Somebody', pauseReason: 'Moving' },
    });
    expect(await why(await addJob())).toEqual({
      kind: 'paused',
      at: EARLIER.toISOString(),
      by: 'Somebody',
      reason: 'Moving',
    });
  });

  test('no worker serves its queue; the one that went silent is named', async () => {
    const id = await addJob();
    await addWorker({ queues: ['low'] });
    await addWorker({ backend: 'in-process' });
    expect(await why(id)).toMatchObject({ kind: 'no_worker', silent: [] });
    const silent = await addWorker({
      heartbeatAt: new Date(Date.now() - 60_000),
      lost: true,
      endedAt: new Date(),
    });
    expect(await why(id)).toMatchObject({ kind: 'no_worker', silent: [{ id: silent }] });
    await db().workerProcess.update({
      where: { id: silent },
      data: { heartbeatAt: new Date(), lost: false, endedAt: null },
    });
    expect(await why(id)).toMatchObject({ kind: 'soon' });
  });

  test('its workers were asked to be quiet', async () => {
    await addWorker({ asked: 'quiet' });
    expect(await why(await addJob())).toMatchObject({ kind: 'workers_quiet' });
  });

  test('no worker of its queue knows its runner, but another does', async () => {
    await addWorker({ runners: [] });
    const knowing = await addWorker({ queues: ['low'] });
    const putBack = { status: 'scheduled', reason: 'unknown_runner', runAt: LATER } as const;
    const expected = {
      kind: 'unknown_runner',
      runner: 'test.Runner',
      knownBy: [{ id: knowing, queues: ['low'] }],
    };
    expect(await why(await addJob())).toMatchObject(expected);
    expect(await why(await addJob(putBack))).toMatchObject(expected);
  });

  test('its worker cannot reach the transport', async () => {
    const id = await addWorker({ trouble: 'Redis cannot be reached' });
    expect(await why(await addJob())).toMatchObject({
      kind: 'trouble',
      workers: [{ id, trouble: 'Redis cannot be reached' }],
    });
  });

  test('it lost two workers, and another such job runs', async () => {
    const workerId = await addWorker();
    await addRunning(workerId, { lostAttempts: 2 });
    const suspect = { lostAttempts: 2, attemptNo: 2 };
    expect(await why(await addJob(suspect))).toEqual({ kind: 'suspect', lost: 2 });
    const putBack = { ...suspect, status: 'scheduled', runAt: LATER } as const;
    expect(await why(await addJob(putBack))).toEqual({ kind: 'suspect', lost: 2 });
  });

  test('its queue is at its limit', async () => {
    await addRunning(await addWorker());
    await db().queueControl.create({ data: { queue: 'default', concurrency: 1 } });
    expect(await why(await addJob())).toEqual({ kind: 'limit', limit: 1, running: 1, ahead: 0 });
  });

  test('every slot is taken, with so many before it', async () => {
    const workerId = await addWorker();
    await addRunning(workerId);
    await addRunning(workerId, { queue: 'low' });
    await addJob({ runAt: EARLIER });
    await addJob({ runAt: EARLIER, queue: 'low' });
    expect(await why(await addJob())).toMatchObject({
      kind: 'slots_full',
      slots: 2,
      ahead: 1,
      workers: [{ id: workerId }],
    });
  });

  test('its next attempt, or its time, is not there yet', async () => {
    const scheduled = { status: 'scheduled', runAt: LATER } as const;
    const retry = await addJob({ ...scheduled, attemptNo: 2, failedAttempts: 2, maxRetries: 3 });
    expect(await why(retry)).toMatchObject({
      kind: 'retry',
      attempt: 3,
      of: 4,
      besides: { kind: 'no_worker' },
    });
    await addWorker();
    expect(await why(await addJob(scheduled))).toEqual({
      kind: 'time',
      at: LATER.toISOString(),
      besides: null,
    });
  });

  test('its schedule has another time in mind, or its earlier occurrence still lives', async () => {
    const workerId = await addWorker();
    const scheduleId = newId();
    const schedule = {
      id: scheduleId,
      runner: 'test.Runner',
      name: 'Often',
      queue: 'default',
      timeoutMs: 1000,
    };
    await db().schedule.create({
      data: { ...schedule, intervalMinutes: 1, anchorAt: EARLIER, overlap: 'queue' },
    });
    const first = await addRunning(workerId, { scheduleId });
    const second = await addJob({ scheduleId, status: 'scheduled', runAt: EARLIER });
    const third = await addJob({ scheduleId, status: 'scheduled', runAt: LATER, armed: true });
    expect(await why(second)).toEqual({ kind: 'overlap', earlier: { id: first, status: 'running' } });
    expect(await why(third)).toMatchObject({ kind: 'schedule', at: LATER.toISOString() });
    await db().schedule.update({ where: { id: scheduleId }, data: { overlap: 'allow' } });
    expect(await why(second)).toMatchObject({ kind: 'soon' });
  });

  test('it runs or has ended: it does not wait', async () => {
    expect(await why(await addRunning(await addWorker()))).toBeNull();
    expect(await why(await addJob({ status: 'completed', completedAt: new Date() }))).toBeNull();
  });

  test('it is gone', async () => {
    await expect(explainWaiting(newId())).rejects.toMatchObject({ code: 'not_found' });
  });
});
