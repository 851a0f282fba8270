import { beforeAll, beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { enqueueJob } from '@/lib/jobs/commands/enqueue-job';
import { parseRequest } from '@/lib/jobs/enqueue/options';
import { registry } from '@/lib/jobs/registry';
import { armDue } from '@/lib/jobs/schedule/arm';
import { createSystemSchedule } from '@/lib/jobs/schedule/create-schedule';
import { inTransaction, poolSql } from '@/lib/jobs/store/sql';
import { declaredSystemJobs } from '@/lib/jobs/system-job';
import { addFixtures, Returns } from '@/lib/jobs/testing/fixture-plugin';
import { waitFor } from '@/lib/jobs/testing/wait-for';
import { clearQueue } from '@/lib/queues/commands/clear-queue';
import { limitQueue } from '@/lib/queues/commands/limit-queue';
import { ensureSystemJobs } from '@/lib/worker/system-jobs';
import { administrator } from '@/lib/worker/testing/administrator';
import { listSystemJobs } from '../system-jobs';
import { createScheduleByHand } from './create-schedule';
import { editSchedule } from './edit-schedule';
import { endSchedule } from './end-schedule';
import { resetSchedule } from './reset-schedule';

useTestDatabase();
beforeAll(addFixtures);
beforeEach(async () => {
  await db().job.deleteMany();
  await db().schedule.deleteMany();
  declaredSystemJobs.clear();
});

const armed = (scheduleId: string) => db().job.findFirstOrThrow({ where: { scheduleId, armed: true } });
const later = () => new Date(Date.now() + 600_000);

test('A23 what an operator changes survives a deploy, shows as drift, and can be reset to the code', async () => {
  declaredSystemJobs.set(Returns, { interval: 60 });
  await Promise.all([1, 2, 3].map(async () => ensureSystemJobs(await registry())));
  const { id } = await db().schedule.findFirstOrThrow();
  expect(await db().schedule.count()).toBe(1);
  expect(await db().job.count()).toBe(1);
  await editSchedule(administrator, { id, interval: 15 });
  declaredSystemJobs.set(Returns, { interval: 120 });
  await ensureSystemJobs(await registry());
  expect(await db().schedule.findUniqueOrThrow({ where: { id } })).toMatchObject({
    intervalMinutes: 15,
    declared: { intervalMinutes: 120, queue: 'default' },
    overridden: ['intervalMinutes'],
  });
  await resetSchedule(administrator, { id });
  expect(await db().schedule.findUniqueOrThrow({ where: { id } })).toMatchObject({
    intervalMinutes: 120,
    overridden: [],
  });
  await expect(endSchedule(administrator, { id })).rejects.toThrow('pause it instead');
});

test('a system job that another process stores at the same moment is one schedule, in line with the code', async () => {
  declaredSystemJobs.set(Returns, { interval: 60 });
  const known = await registry();
  const request = await parseRequest(Returns, { interval: 5 });
  const ensured = await inTransaction(async (sql) => {
    // This writer takes no turn: nothing but the unique key holds the two apart.
    await createSystemSchedule(sql, request, { key: known.keyOf(Returns), declared: { intervalMinutes: 5 } });
    const [own] = await sql<{ pid: number }>('SELECT pg_backend_pid() AS pid', []);
    const ensuring = Promise.allSettled([ensureSystemJobs(known)]);
    await waitFor('the insert to wait for this transaction', async () => {
      const waiting = await poolSql(
        'SELECT pid FROM pg_stat_activity WHERE $1::int = ANY(pg_blocking_pids(pid))',
        [own?.pid],
      );
      return waiting.length > 0;
    });
    return { ensuring };
  });
  expect(await ensured.ensuring).toEqual([{ status: 'fulfilled', value: undefined }]);
  expect(await db().schedule.findMany()).toMatchObject([
    { intervalMinutes: 60, declared: { intervalMinutes: 60, queue: 'default' } },
  ]);
  expect(await db().job.count()).toBe(1);
});

test('a schedule takes overlap and catch-up of its own, and its grid may begin anew', async () => {
  const { id } = await createScheduleByHand(administrator, {
    runner: 'fixture.Returns',
    interval: 60,
    overlap: 'queue',
    catchUp: 'none',
  });
  expect(await db().schedule.findUniqueOrThrow({ where: { id } })).toMatchObject({
    overlap: 'queue',
    catchUp: 'none',
  });
  const at = later();
  await editSchedule(administrator, { id, scheduleAt: at.toISOString() });
  expect((await armed(id)).runAt).toEqual(at);
});

test('a changed rhythm moves the waiting occurrence', async () => {
  const { id } = await createScheduleByHand(administrator, {
    runner: 'fixture.Returns',
    interval: 60,
    scheduleAt: later(),
  });
  await editSchedule(administrator, { id, cron: '0 12 * * *', timeZone: 'Europe/Paris' });
  const next = await armed(id);
  const hour = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Paris',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).format(next.runAt);
  expect(hour).toBe('12:00');
  expect(await db().job.count({ where: { scheduleId: id } })).toBe(1);
  await expect(editSchedule(administrator, { id, cron: 'never' })).rejects.toThrow('not a cron expression');
  await expect(editSchedule(administrator, { id, queue: 'nowhere' })).rejects.toThrow('no queue "nowhere"');
});

test('an ended schedule has nothing waiting, and its end is in the audit', async () => {
  const { id } = await createScheduleByHand(administrator, {
    runner: 'fixture.Returns',
    interval: 60,
    scheduleAt: later(),
  });
  await endSchedule(administrator, { id });
  expect(await db().job.count({ where: { scheduleId: id } })).toBe(0);
  const actions = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { id: 'asc' } });
  expect(actions.map(({ action }) => action)).toEqual(['schedule.create', 'schedule.end']);
});

test('a job made by hand is checked against its runner', async () => {
  await expect(enqueueJob(administrator, { runner: 'fixture.Nothing' })).rejects.toThrow(
    'No plugin here provides',
  );
  await expect(enqueueJob(administrator, { runner: 'fixture.Greets', args: { name: 1 } })).rejects.toThrow(
    'do not fit its schema',
  );
  const { id } = await enqueueJob(administrator, {
    runner: 'fixture.Greets',
    args: { name: 'yard' },
    queue: 'low',
  });
  expect(await db().job.findUniqueOrThrow({ where: { id } })).toMatchObject({
    queue: 'low',
    args: { name: 'yard' },
    status: 'pending',
  });
});

test('clearing a queue cancels what waits in it, a limit is kept', async () => {
  await Returns.enqueueMany([{ queueName: 'low' }, { queueName: 'low' }, { queueName: 'high' }]);
  expect(await clearQueue(administrator, { queue: 'low' })).toEqual({ cancelled: 2, more: false });
  expect(await db().job.count({ where: { status: 'pending' } })).toBe(1);
  await limitQueue(administrator, { queue: 'low', concurrency: 3 });
  expect((await db().queueControl.findUniqueOrThrow({ where: { queue: 'low' } })).concurrency).toBe(3);
});

test('a system job whose code is gone can be ended, and one whose code comes back has a schedule again', async () => {
  declaredSystemJobs.set(Returns, { interval: 60 });
  await ensureSystemJobs(await registry());
  const { id } = await db().schedule.findFirstOrThrow();
  await db().schedule.update({ where: { id }, data: { runner: 'yard.GoneJob', systemKey: 'yard.GoneJob' } });
  expect(await listSystemJobs()).toMatchObject([{ id, inCode: false, codeRhythm: 'every hour' }]);
  await endSchedule(administrator, { id });
  expect(await listSystemJobs()).toEqual([]);
  await db().schedule.update({ where: { id }, data: { runner: 'fixture.Returns' } });
  await ensureSystemJobs(await registry());
  expect(await listSystemJobs()).toMatchObject([{ runner: 'fixture.Returns', inCode: true, drift: [] }]);
});

test('a runner that is no system job any more has none in the code, though the runner is there', async () => {
  declaredSystemJobs.set(Returns, { interval: 60 });
  await ensureSystemJobs(await registry());
  const { id } = await db().schedule.findFirstOrThrow();
  declaredSystemJobs.delete(Returns);
  expect(await listSystemJobs()).toMatchObject([{ runner: 'fixture.Returns', inCode: false }]);
  await endSchedule(administrator, { id });
  expect(await listSystemJobs()).toEqual([]);
});

test('an edit that leaves the rhythm alone leaves what is due alone; the next occurrence is as edited, at its time', async () => {
  const { id } = await createScheduleByHand(administrator, {
    runner: 'fixture.Greets',
    interval: 60,
    args: { name: 'old' },
  });
  const due = await armed(id);
  expect(due.status).toBe('pending');
  await armDue();
  const upcoming = await armed(id);
  await editSchedule(administrator, { id, args: { name: 'new' } });
  const next = await armed(id);
  expect(next).toMatchObject({ runAt: upcoming.runAt, args: { name: 'new' } });
  expect(await db().job.findUniqueOrThrow({ where: { id: due.id } })).toMatchObject({
    status: 'pending',
    args: { name: 'old' },
  });
  expect(await db().job.count({ where: { scheduleId: id } })).toBe(2);
  await editSchedule(administrator, { id, interval: 30 });
  expect(await db().job.count({ where: { id: due.id } })).toBe(0);
});

test('a reset gives back every field that the code has a word on', async () => {
  declaredSystemJobs.set(Returns, { interval: 60 });
  await ensureSystemJobs(await registry());
  const { id } = await db().schedule.findFirstOrThrow();
  await editSchedule(administrator, {
    id,
    cron: '0 2 * * *',
    overlap: 'allow',
    name: 'Mine',
    args: { a: 1 },
  });
  const changed = await listSystemJobs();
  expect(changed[0]?.drift.map(({ field }) => field)).toEqual([
    'When',
    'Name',
    'When the run before still lives',
    'Arguments',
  ]);
  await resetSchedule(administrator, { id });
  expect(await listSystemJobs()).toMatchObject([{ rhythm: 'every hour', drift: [], overridden: [] }]);
});
