import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setEnvironment } from '@/lib/config';
import { useTestDatabase } from '@/lib/db/testing';
import { expectNoViolations } from '@/lib/doctor/testing/expect-no-violations';
import type { Job, JobStatus } from '@/lib/jobs';
import { runJob } from '@/lib/jobs/testing';
import { db, newId } from '@/lib/plugins';
import { firstIdAt } from '../removals/first-id-at';
import { HousekeepingJob } from './housekeeping';

useTestDatabase();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (ms: number) => new Date(Date.now() - ms);
/** An id as one made so long ago would be. */
const idFrom = (ms: number) => firstIdAt(ago(ms)).slice(0, 13) + newId().slice(13);

beforeAll(async () => {
  await db().user.create({ data: { id: 'u1', name: 'Operator', email: 'operator@example.org' } });
});
beforeEach(async () => {
  setEnvironment({ JOB_RETENTION_DAYS: '7', JOB_RETENTION_PER_SCHEDULE: '2' });
  await db().job.deleteMany();
  await db().schedule.deleteMany();
});

const ENDED: readonly JobStatus[] = ['completed', 'failed', 'errored', 'cancelled'];

/** A job made `madeMs` ago that has `status` since `sinceMs` ago. */
function made(status: JobStatus, madeMs: number, sinceMs = madeMs, more: { scheduleId?: string } = {}) {
  const row = { id: idFrom(madeMs), runner: 'none', name: 'A job', queue: 'default', timeoutMs: 1, ...more };
  const ended = ENDED.includes(status) ? { completedAt: ago(sinceMs) } : {};
  const running = status === 'running' ? { workerId: newId(), startedAt: ago(sinceMs), attemptNo: 1 } : {};
  return { ...row, status, ...ended, ...running };
}

async function keep(jobs: ReturnType<typeof made>[]): Promise<Job> {
  await db().job.createMany({ data: jobs });
  const job = await HousekeepingJob.enqueue({ immediate: true });
  expect(job).toMatchObject({ status: 'completed', error: null, progressDone: 8, progressTotal: 8 });
  return job;
}
const left = async () => {
  const jobs = await db().job.findMany({ where: { runner: 'none' }, orderBy: { id: 'asc' } });
  return jobs.map(({ id }) => id);
};

describe('housekeeping', () => {
  test('A32 a job that finished 30 days ago goes with attempts and log, one of an hour ago stays', async () => {
    const old = ENDED.map((status) => made(status, 30 * DAY));
    const recent = ENDED.map((status) => made(status, HOUR));
    const long = made('completed', 30 * DAY, HOUR);
    const [first] = old;
    await db().job.createMany({ data: [...old, ...recent] });
    const entry = { jobId: first?.id ?? '', at: ago(30 * DAY), level: 'info' as const, message: 'Hello' };
    await db().jobLogEntry.createMany({
      data: [1, 2, 3].map((seq) => ({ ...entry, attempt: 1, seq })),
    });
    const attempt = { jobId: entry.jobId, no: 1, dueAt: entry.at, startedAt: entry.at };
    await db().jobAttempt.create({ data: { ...attempt, outcome: 'failed' } });
    const job = await keep([long]);
    expect(job.data).toMatchObject({ jobs: old.length });
    expect(await left()).toEqual([long, ...recent].map(({ id }) => id).toSorted());
    expect(await db().jobLogEntry.count({ where: { jobId: entry.jobId } })).toBe(0);
    expect(await db().jobAttempt.count()).toBe(0);
    const log = await db().jobLogEntry.findMany({ where: { jobId: job.id }, orderBy: { seq: 'asc' } });
    expect(log.map(({ message }) => message)).toContain('Removed 4 finished jobs');
  });

  test('A32 0 days keeps all', async () => {
    setEnvironment({ JOB_RETENTION_DAYS: '0' });
    const jobs = [made('completed', 3000 * DAY), made('failed', 30 * DAY)];
    expect((await keep(jobs)).data).toMatchObject({ jobs: 0 });
    expect(await left()).toHaveLength(2);
  });

  test('A32 live jobs are never touched, however old', async () => {
    const live = (['pending', 'scheduled', 'running'] as const).map((status) => made(status, 3000 * DAY));
    await keep([...live, made('completed', 3000 * DAY)]);
    expect(await left()).toEqual(live.map(({ id }) => id).toSorted());
  });

  test('the newest finished jobs of each schedule stay', async () => {
    const schedules = [newId(), newId()];
    const common = {
      runner: 'none',
      name: 'A schedule',
      queue: 'default',
      timeoutMs: 1,
      intervalMinutes: 60,
    };
    await db().schedule.createMany({
      data: schedules.map((id) => ({ ...common, id, anchorAt: ago(40 * DAY), pausedAt: ago(DAY) })),
    });
    const [busy = '', quiet = ''] = schedules;
    const ofBusy = [34, 33, 32, 31].map((day) =>
      made('completed', day * DAY, day * DAY, { scheduleId: busy }),
    );
    const recent = made('failed', HOUR, HOUR, { scheduleId: busy });
    const waiting = made('scheduled', HOUR, HOUR, { scheduleId: busy });
    const ofQuiet = made('errored', 300 * DAY, 300 * DAY, { scheduleId: quiet });
    await keep([...ofBusy, recent, waiting, ofQuiet]);
    const newest = ofBusy.at(-1);
    expect(await left()).toEqual([ofQuiet, newest, recent, waiting].map((job) => job?.id).toSorted());
  });

  test('many go in batches, long logs with them', async () => {
    const jobs = Array.from({ length: 2_500 }, () => made('completed', 30 * DAY));
    await db().job.createMany({ data: jobs });
    await db().$executeRawUnsafe(
      `INSERT INTO job_log_entry (job_id, attempt, seq, at, level, message)
       SELECT $1::text::uuid, 1, n, now(), 'info', 'Hello' FROM generate_series(1, 25000) AS n`,
      jobs[0]?.id,
    );
    expect((await keep([])).data).toMatchObject({ jobs: 2_500 });
    expect(await left()).toEqual([]);
    expect(await db().jobLogEntry.count({ where: { jobId: jobs[0]?.id ?? '' } })).toBe(0);
    await expectNoViolations();
  });

  test('a stop is heeded between two batches; what was removed by then stays removed', async () => {
    await db().job.createMany({
      data: Array.from({ length: 2_500 }, () => made('completed', 30 * DAY)),
    });
    const stop = new AbortController();
    const run = await runJob(HousekeepingJob, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(run).toMatchObject({
      outcome: 'cancelled',
      progress: [{ done: 0, total: 8, text: 'finished jobs: 1000 removed' }],
      log: [{ message: 'Removed 1000 finished jobs' }],
    });
    expect(await left()).toHaveLength(1_500);
  });

  test('expired sessions, workers that ended long ago and read notifications of that age go', async () => {
    const session = (id: string, expiresAt: Date) => ({ id, token: id, userId: 'u1', expiresAt });
    await db().session.createMany({ data: [session('over', ago(1)), session('valid', ago(-HOUR))] });
    const notification = { userId: 'u1', status: 'failed' as const, title: 'A job', readAt: new Date() };
    const unread = { ...notification, id: idFrom(30 * DAY), readAt: null };
    const recent = { ...notification, id: idFrom(HOUR) };
    await db().notification.createMany({
      data: [{ ...notification, id: idFrom(30 * DAY) }, unread, recent],
    });
    const worker = { host: 'yard', pid: 1, version: '1', backend: 'redis', slots: 1 };
    const [gone, ended, live] = [newId(), newId(), newId()];
    await db().workerProcess.createMany({
      data: [
        { ...worker, id: gone, endedAt: ago(31 * DAY) },
        { ...worker, id: ended, endedAt: ago(29 * DAY) },
        { ...worker, id: live, startedAt: ago(90 * DAY) },
      ],
    });
    const job = await keep([]);
    expect(job.data).toMatchObject({ sessions: 1, workers: 1, notifications: 1 });
    expect(await db().session.findMany()).toMatchObject([{ id: 'valid' }]);
    const told = await db().notification.findMany({ orderBy: { id: 'asc' } });
    expect(told.map(({ id }) => id)).toEqual([unread.id, recent.id]);
    expect(await db().workerProcess.count({ where: { id: { in: [ended, live] } } })).toBe(2);
    expect(await db().workerProcess.count({ where: { id: gone } })).toBe(0);
  });

  test('keys that expired 90 days ago go, and so do failed sign-ins of that age', async () => {
    const key = (id: string, expiresAt: Date | null) => ({
      ...{ id, sha256: id, name: id, userId: 'u1', role: 'viewer' as const, prefix: 'ym_', expiresAt },
    });
    await db().apiKey.createMany({
      data: [key('over', ago(91 * DAY)), key('expired', ago(89 * DAY)), key('for ever', null)],
    });
    const event = (days: number, action: string) => ({
      ...{ id: idFrom(days * DAY), action, actor: 'Somebody', targetType: 'account', targetId: 'a' },
    });
    const [old, refused] = [event(364, 'user.disable'), event(89, 'session.refuse')];
    await db().auditEvent.createMany({
      data: [event(366, 'user.disable'), old, event(91, 'session.refuse'), refused],
    });
    expect((await keep([])).data).toMatchObject({ apiKeys: 1, failedSignIns: 1, auditEvents: 1 });
    expect((await db().apiKey.findMany()).map(({ id }) => id).toSorted()).toEqual(['expired', 'for ever']);
    expect((await db().auditEvent.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)).toEqual([
      old.id,
      refused.id,
    ]);
    setEnvironment({ AUDIT_RETENTION_DAYS: '0' });
    await db().auditEvent.create({ data: event(9000, 'user.disable') });
    expect((await keep([])).data).toMatchObject({ auditEvents: 0 });
    setEnvironment({ AUDIT_RETENTION_DAYS: '' });
  });

  test('bulk operations of that age go with their outcomes', async () => {
    const operation = (askedAt: Date) => ({
      id: newId(),
      verb: 'retry' as const,
      filter: '',
      actor: 'Operator',
      jobId: newId(),
      askedAt,
      outcomes: { create: [1, 2].map(() => ({ jobId: newId(), name: 'A job', status: 'failed' as const })) },
    });
    await db().bulkOperation.create({ data: operation(ago(30 * DAY)) });
    const { id } = await db().bulkOperation.create({ data: operation(ago(HOUR)) });
    expect((await keep([])).data).toMatchObject({ bulkOperations: 1 });
    expect(await db().bulkOperation.findMany()).toMatchObject([{ id }]);
    expect(await db().bulkOutcome.count()).toBe(2);
  });
});
