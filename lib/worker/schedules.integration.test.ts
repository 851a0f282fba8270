import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { type Job, objectRef } from '@/lib/jobs';
import { cancelJob } from '@/lib/jobs/commands/cancel-job';
import { deleteJob } from '@/lib/jobs/commands/delete-job';
import { armDue, armMissing } from '@/lib/jobs/schedule/arm';
import { addFixtures, Fails, Greets, Returns, Sleeps } from '@/lib/jobs/testing/fixture-plugin';
import { waitFor } from '@/lib/jobs/testing/wait-for';
import { pauseSchedule } from '@/lib/schedules/commands/pause-schedule';
import { resumeSchedule } from '@/lib/schedules/commands/resume-schedule';
import { runScheduleNow } from '@/lib/schedules/commands/run-schedule-now';
import { administrator } from './testing/administrator';
import { killSpawnedWorkers, type SpawnedWorker, spawnWorker } from './testing/spawn-worker';

const MINUTE = 60_000;
useTestDatabase();
beforeAll(addFixtures);
afterAll(killSpawnedWorkers);
beforeEach(async () => {
  await db().job.deleteMany();
  await db().schedule.deleteMany();
});

const scheduleOf = (job: Job) => job.scheduleId as string;
const occurrences = (job: Job) =>
  db().job.findMany({ where: { scheduleId: scheduleOf(job) }, orderBy: { runAt: 'asc' } });
const armed = (job: Job) => db().job.findFirst({ where: { scheduleId: scheduleOf(job), armed: true } });
/** The one after this, which may have ended before it stops being armed. */
const armedAfter = (job: Job) =>
  db().job.findFirst({ where: { scheduleId: scheduleOf(job), armed: true, id: { not: job.id } } });

/** Moves a schedule and its armed occurrence into the past, as if nobody had been there for so long. */
async function overdueBy(job: Job, minutes: number): Promise<Date> {
  const at = new Date(Math.floor(Date.now() / MINUTE) * MINUTE - minutes * MINUTE);
  await db().schedule.update({ where: { id: scheduleOf(job) }, data: { anchorAt: at } });
  await db().job.updateMany({
    where: { scheduleId: scheduleOf(job), armed: true },
    data: { runAt: at, occurrenceAt: at, status: 'scheduled' },
  });
  return at;
}

describe('without a worker', () => {
  test('A16 the next occurrence has all that the first had, one interval later', async () => {
    const user = await db().user.create({
      data: { id: 'u1', name: 'Operator', email: 'operator@example.org' },
    });
    const options = {
      args: { name: 'yard' },
      instance: objectRef('fixture.site', 1),
      user,
      notifications: 'on_failure' as const,
      queueName: 'low',
    };
    const first = await Greets.enqueue({ ...options, interval: 60 });
    await armDue();
    const [, second] = await occurrences(first);
    const kept = [
      'runner',
      'name',
      'queue',
      'args',
      'objectType',
      'objectId',
      'userId',
      'notifications',
      'timeoutMs',
      'maxRetries',
      'interval',
    ] as const;
    for (const field of kept) expect(second?.[field]).toEqual(first[field]);
    expect((second?.runAt.getTime() ?? 0) - first.runAt.getTime()).toBe(60 * MINUTE);
    expect(second?.status).toBe('scheduled');
  });

  test('A17 overdue by many periods it runs once, and the next is on the original grid', async () => {
    const job = await Returns.enqueue({ interval: 10, scheduleAt: new Date(Date.now() + MINUTE) });
    const anchor = await overdueBy(job, 95);
    await armDue();
    const all = await occurrences(job);
    expect(all.map(({ status }) => status)).toEqual(['pending', 'scheduled']);
    const next = all[1]?.runAt.getTime() ?? 0;
    expect((next - anchor.getTime()) % (10 * MINUTE)).toBe(0);
    expect(next).toBeGreaterThan(Date.now());
    expect(next).toBeLessThanOrEqual(Date.now() + 10 * MINUTE);
  });

  test('A22 catch-up none records what was missed; all makes up for it in turn', async () => {
    const job = await Returns.enqueue({ interval: 10, scheduleAt: new Date(Date.now() + MINUTE) });
    await db().schedule.update({ where: { id: scheduleOf(job) }, data: { catchUp: 'none' } });
    await overdueBy(job, 15);
    await armDue();
    expect((await occurrences(job)).map(({ status, reason }) => [status, reason])).toEqual([
      ['cancelled', 'missed'],
      ['scheduled', null],
    ]);

    const other = await Fails.enqueue({ interval: 10, scheduleAt: new Date(Date.now() + MINUTE) });
    await db().schedule.update({ where: { id: scheduleOf(other) }, data: { catchUp: 'all' } });
    await overdueBy(other, 35);
    for (let pass = 0; pass < 6; pass++) await armDue();
    const due = (await occurrences(other)).filter(({ runAt }) => runAt <= new Date());
    expect(due).toHaveLength(4);
    expect(due.every(({ status, reason }) => status === 'scheduled' && reason === null)).toBe(true);
  });

  test('A18 neither cancelling nor deleting the waiting occurrence ends the schedule', async () => {
    const job = await Returns.enqueue({ interval: 60, scheduleAt: new Date(Date.now() + MINUTE) });
    await cancelJob(administrator, { id: job.id });
    const second = await armed(job);
    expect(second?.runAt.getTime()).toBe(job.runAt.getTime() + 60 * MINUTE);
    await deleteJob(administrator, { id: second?.id });
    const third = await armed(job);
    expect(third?.runAt.getTime()).toBe(job.runAt.getTime() + 120 * MINUTE);
  });

  test('a paused schedule has nothing waiting; resumed, it goes on along its grid', async () => {
    const job = await Returns.enqueue({ interval: 60, scheduleAt: new Date(Date.now() + MINUTE) });
    await pauseSchedule(administrator, { id: scheduleOf(job), reason: 'Holiday' });
    expect(await armed(job)).toBeNull();
    expect(await armMissing()).toBe(0);
    await resumeSchedule(administrator, { id: scheduleOf(job) });
    expect((await armed(job))?.runAt).toEqual(job.runAt);
  });

  test('a paused schedule stays paused when code asks for it once more, and takes the new interval', async () => {
    const job = await Returns.enqueueOnce({ interval: 60 });
    await armDue();
    await db().job.update({ where: { id: job.id }, data: { status: 'completed', completedAt: new Date() } });
    await pauseSchedule(administrator, { id: scheduleOf(job) });
    expect((await Returns.enqueueOnce({ interval: 30 })).id).toBe(job.id);
    expect(await db().schedule.findMany({ where: { endedAt: null } })).toMatchObject([
      { id: job.scheduleId, intervalMinutes: 30, pausedBy: administrator.name },
    ]);
    const plain = await Returns.enqueueOnce();
    expect(plain.scheduleId).toBeNull();
    expect(await db().schedule.count({ where: { endedAt: null } })).toBe(0);
  });

  test('run now adds an occurrence beside the grid', async () => {
    const job = await Returns.enqueue({ interval: 60, scheduleAt: new Date(Date.now() + MINUTE) });
    const { id } = await runScheduleNow(administrator, { id: scheduleOf(job) });
    expect(await db().job.findUnique({ where: { id } })).toMatchObject({
      status: 'pending',
      occurrenceAt: null,
      armed: false,
    });
    expect((await armed(job))?.id).toBe(job.id);
  });
});

describe('with a worker', () => {
  let worker: SpawnedWorker;
  beforeAll(async () => {
    worker = await spawnWorker({ slots: 4 });
  });
  afterAll(() => worker.end('SIGTERM'));

  const ended = (job: { id: string }) =>
    waitFor('an end', () => db().job.findFirst({ where: { id: job.id, completedAt: { not: null } } }));

  test('A18 a failing occurrence does not end the schedule', async () => {
    const job = await Fails.enqueue({ interval: 60 });
    expect((await ended(job)).status).toBe('failed');
    expect((await waitFor('the next', () => armedAfter(job))).runAt.getTime()).toBe(
      job.runAt.getTime() + 60 * MINUTE,
    );
  });

  test('A22 overlap: skip records the occurrence as skipped, queue lets one wait, allow lets all run', async () => {
    const run = async (overlap: 'skip' | 'queue' | 'allow') => {
      const job = await Sleeps.enqueue({ interval: 1, args: { ms: 60_000 } });
      await db().schedule.update({ where: { id: scheduleOf(job) }, data: { overlap } });
      await waitFor(
        'the first run',
        async () => (await db().job.findUnique({ where: { id: job.id } }))?.status === 'running',
      );
      const next = await waitFor('the next', () => armedAfter(job));
      await db().job.update({ where: { id: next.id }, data: { runAt: new Date(Date.now() - 1_000) } });
      await waitFor(
        'its verdict',
        async () => !(await db().job.findUnique({ where: { id: next.id } }))?.armed,
      );
      const state = () => db().job.findUniqueOrThrow({ where: { id: next.id } });
      return { job, next, state };
    };
    const skip = await run('skip');
    expect(await skip.state()).toMatchObject({ status: 'cancelled', reason: 'skipped_overlap' });
    const queue = await run('queue');
    expect(await queue.state()).toMatchObject({ status: 'scheduled', reason: null });
    await cancelJob(administrator, { id: queue.job.id });
    await waitFor('its turn', async () => (await queue.state()).status === 'running');
    const allow = await run('allow');
    await waitFor('both', async () => (await allow.state()).status === 'running');
    for (const { id } of await db().job.findMany({ where: { status: 'running' } }))
      await cancelJob(administrator, { id });
  });

  test('A24 the object is gone: its schedule ends, and nothing recurs', async () => {
    const job = await Returns.enqueue({ interval: 1, instance: objectRef('fixture.site', 'gone') });
    expect(await ended(job)).toMatchObject({ status: 'cancelled', reason: 'object_deleted' });
    expect(await db().schedule.findUnique({ where: { id: scheduleOf(job) } })).toMatchObject({
      endReason: 'object_deleted',
    });
    expect(await armed(job)).toBeNull();
  });
});
