import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { permissionsOf } from '@/lib/auth/permissions';
import { db, pool } from '@/lib/db/client';
import type { JobStatus } from '@/lib/db/generated/enums';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { cancelJob } from '@/lib/jobs/commands/cancel-job';
import { type JobFilter, jobsQuery, NO_FILTER } from '@/lib/jobs/job-filter';
import { addFixtures, Returns } from '@/lib/jobs/testing/fixture-plugin';
import { waitFor } from '@/lib/jobs/testing/wait-for';
import { administrator } from '@/lib/worker/testing/administrator';
import { killSpawnedWorkers, spawnWorker } from '@/lib/worker/testing/spawn-worker';
import { cancelJobs } from './commands/cancel-jobs';
import { deleteJobs } from './commands/delete-jobs';
import { retryJobs } from './commands/retry-jobs';
import { previewBulk } from './preview';
import { getBulkOperation, listBulkOutcomes } from './queries';
import { runBulkOperation } from './run-operation';

useTestDatabase();
beforeAll(addFixtures);
afterAll(killSpawnedWorkers);

afterEach(async () => {
  await db().bulkOperation.deleteMany();
  await db().auditEvent.deleteMany();
  await db().job.deleteMany();
});

const TERMINAL: readonly JobStatus[] = ['completed', 'failed', 'errored', 'cancelled'];

/** Makes jobs of these statuses; returns their ids. */
async function given(
  statuses: readonly JobStatus[],
  more: { queue?: string; onceKey?: string } = {},
): Promise<string[]> {
  const data = statuses.map((status) => ({
    id: newId(),
    runner: 'fixture.Returns',
    name: 'A job',
    queue: 'low',
    timeoutMs: 1000,
    status,
    attemptNo: status === 'pending' || status === 'scheduled' ? 0 : 1,
    startedAt: status === 'pending' || status === 'scheduled' ? null : new Date(),
    completedAt: TERMINAL.includes(status) ? new Date() : null,
    workerId: status === 'running' ? newId() : null,
    runAt: status === 'scheduled' ? new Date(Date.now() + 3_600_000) : new Date(),
    ...more,
  }));
  await db().job.createMany({ data });
  return data.map(({ id }) => id);
}

const LOW: JobFilter = { ...NO_FILTER, queue: 'low' };
const filter = (part: Partial<JobFilter> = {}) => ({ filter: jobsQuery({ ...LOW, ...part }).toString() });
const toItsEnd = (id: string) => runBulkOperation(id, async () => undefined);
const statusesOf = async (ids: readonly string[]) => {
  const rows = await db().job.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, status: true },
  });
  const byId = new Map(rows.map(({ id, status }) => [id, status]));
  return ids.map((id) => byId.get(id) ?? null);
};
const outcomes = (id: string, what: 'all' | 'changed' | 'skipped' = 'all') =>
  listBulkOutcomes(id, { what, after: null, before: null });

describe('a dry run', () => {
  test('tells what each verb would do, and why it would leave jobs alone', async () => {
    await given(['pending', 'running', 'completed', 'failed', 'errored', 'cancelled']);
    expect(await previewBulk('retry', LOW)).toEqual({
      matched: 6,
      eligible: 3,
      skipped: [
        { why: 'not_ended', count: 2 },
        { why: 'completed', count: 1 },
      ],
      more: false,
    });
    expect(await previewBulk('cancel', LOW)).toMatchObject({
      eligible: 2,
      skipped: [{ why: 'ended', count: 4 }],
    });
    expect(await previewBulk('delete', LOW)).toMatchObject({ eligible: 6, skipped: [] });
  });

  test('gives the place of one key to one of its jobs alone', async () => {
    await given(['cancelled', 'completed', 'cancelled'], { onceKey: 'a' });
    expect(await previewBulk('retry', LOW)).toMatchObject({ eligible: 1 });
    await given(['pending'], { onceKey: 'a' });
    expect(await previewBulk('retry', LOW)).toMatchObject({ eligible: 0 });
  });
});

describe('a bulk operation', () => {
  test('retries what ended badly, writes each outcome and its audit, and leaves later jobs alone', async () => {
    const ids = await given(['failed', 'completed', 'errored', 'running', 'cancelled']);
    const { id } = await retryJobs(administrator, { ...filter(), reason: 'The branch is back' });
    const [later] = await given(['failed']);
    expect(await toItsEnd(id)).toEqual({ changed: 3, skipped: 2, matched: 5 });
    expect(await statusesOf(ids)).toEqual(['pending', 'completed', 'pending', 'running', 'pending']);
    expect(await statusesOf([later ?? ''])).toEqual(['failed']);
    expect(await db().jobAttempt.count({ where: { jobId: { in: ids } } })).toBe(3);

    expect(await getBulkOperation(id)).toMatchObject({
      verb: 'retry',
      state: 'finished',
      matched: 5,
      changed: 3,
      skipped: 2,
      reason: 'The branch is back',
      reasons: expect.arrayContaining([{ why: 'completed', count: 1 }]),
      filter: LOW,
    });
    const { rows } = await outcomes(id);
    expect(rows.map(({ jobId, status, now, skipped }) => [jobId, status, now, skipped])).toEqual([
      [ids[4], 'cancelled', 'pending', null],
      [ids[3], 'running', 'running', 'not_ended'],
      [ids[2], 'errored', 'pending', null],
      [ids[1], 'completed', 'completed', 'completed'],
      [ids[0], 'failed', 'pending', null],
    ]);
    const audit = await db().auditEvent.findMany({
      where: { action: 'job.retry' },
      orderBy: { targetId: 'asc' },
    });
    expect(audit.map(({ targetId, actor }) => [targetId, actor])).toEqual(
      [ids[0], ids[2], ids[4]].map((target) => [target, 'Administrator']),
    );
    expect(await db().auditEvent.count({ where: { action: 'bulk.retry', targetId: id } })).toBe(1);
  });

  test('cancels what waits at once, and asks what runs to stop', async () => {
    const ids = await given(['pending', 'scheduled', 'running', 'failed']);
    const { id } = await cancelJobs(administrator, { ...filter(), reason: 'Too many' });
    expect(await toItsEnd(id)).toMatchObject({ changed: 3, skipped: 1 });
    expect(await statusesOf(ids)).toEqual(['cancelled', 'cancelled', 'running', 'failed']);
    const running = await db().job.findUnique({ where: { id: ids[2] } });
    expect(running).toMatchObject({ cancelAskedBy: 'Administrator', cancelReason: 'Too many' });
    expect(await db().job.findUnique({ where: { id: ids[0] } })).toMatchObject({
      reason: 'cancelled_by_user',
    });
  });

  test('deletes, and never the job that does it', async () => {
    const ids = await given(['pending', 'completed', 'failed']);
    const { id } = await deleteJobs(administrator, { filter: '' });
    expect(await toItsEnd(id)).toMatchObject({ changed: 3, skipped: 0 });
    expect(await statusesOf(ids)).toEqual([null, null, null]);
    const operation = await getBulkOperation(id);
    expect(operation.jobStatus).toBe('pending');
    expect((await outcomes(id)).rows.every(({ now, name }) => now === null && name === 'A job')).toBe(true);
  });

  test('an occurrence that is cancelled or deleted is not the last of its schedule', async () => {
    for (const begin of [cancelJobs, deleteJobs]) {
      const job = await Returns.enqueue({
        interval: 60,
        queueName: 'low',
        scheduleAt: new Date(Date.now() + 60_000),
      });
      const { id } = await begin(administrator, filter({ scheduleId: job.scheduleId }));
      expect(await toItsEnd(id)).toMatchObject({ changed: 1 });
      expect(await db().job.count({ where: { scheduleId: job.scheduleId, armed: true } })).toBe(1);
      await db().schedule.deleteMany();
    }
  });

  test('takes the picked jobs alone', async () => {
    const [first, second] = await given(['failed', 'failed']);
    const { id } = await retryJobs(administrator, filter({ ids: [first ?? ''] }));
    expect(await toItsEnd(id)).toMatchObject({ changed: 1, matched: 1 });
    expect(await statusesOf([first ?? '', second ?? ''])).toEqual(['pending', 'failed']);
  });

  test('goes on where it stopped when it dies between two batches, and does nothing twice', async () => {
    const ids = await given(Array.from({ length: 450 }, () => 'failed' as const));
    const { id } = await retryJobs(administrator, filter());
    const dies = runBulkOperation(id, async ({ changed }) => {
      if (changed === 200) throw new Error('The power went');
    });
    await expect(dies).rejects.toThrow('The power went');
    expect(await getBulkOperation(id)).toMatchObject({ changed: 200, finishedAt: null });
    // One of those it has retried fails again meanwhile: it has had its attempt.
    await pool().query("UPDATE job SET status = 'failed', completed_at = now() WHERE id = $1", [ids[449]]);
    expect(await toItsEnd(id)).toMatchObject({ changed: 450, skipped: 0 });
    expect(await db().bulkOutcome.count({ where: { operationId: id } })).toBe(450);
    const { rows } = await pool().query(
      'SELECT dispatch_no, count(*)::int AS n FROM job WHERE queue = $1 GROUP BY 1',
      ['low'],
    );
    expect(rows).toEqual([{ dispatch_no: 1, n: 450 }]);
    expect(await toItsEnd(id)).toMatchObject({ changed: 450 });
  });

  test('two workers at one operation share its batches', async () => {
    await given(Array.from({ length: 450 }, () => 'failed' as const));
    const { id } = await retryJobs(administrator, filter());
    await Promise.all([toItsEnd(id), toItsEnd(id)]);
    expect(await getBulkOperation(id)).toMatchObject({ changed: 450, skipped: 0 });
    expect(await db().auditEvent.count({ where: { action: 'job.retry' } })).toBe(450);
  });

  test('needs the permission of its verb, and that of arguments where it searches in them', async () => {
    const viewer = { ...administrator, permissions: permissionsOf('viewer') };
    const operator = { ...administrator, permissions: permissionsOf('operator') };
    await expect(retryJobs(viewer, filter())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(deleteJobs(operator, filter())).rejects.toMatchObject({ code: 'forbidden' });
    const blind = { ...viewer, permissions: new Set(['jobs.view', 'jobs.retry'] as const) };
    await expect(retryJobs(blind, filter({ search: 'args.a:1' }))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the job of an operation, on a real worker', () => {
  test('does it, survives a worker that is killed, and stops when it is cancelled', async () => {
    const many = Array.from({ length: 3_000 }, () => 'failed' as const);
    const ids = await given(many);
    const first = await spawnWorker({ queues: ['default'] });
    const { id } = await retryJobs(administrator, filter());
    await waitFor('the first batch', async () => (await getBulkOperation(id)).changed > 0);
    await first.end('SIGKILL');
    const between = await getBulkOperation(id);
    const second = await spawnWorker({ queues: ['default'] });
    await waitFor('the end', async () => (await getBulkOperation(id)).state === 'finished');
    expect(await getBulkOperation(id)).toMatchObject({ changed: 3_000, skipped: 0 });
    expect(between.changed).toBeGreaterThan(0);
    expect(await db().bulkOutcome.count({ where: { operationId: id } })).toBe(3_000);

    // It can't get past a row that is locked, however slowly the cancel comes.
    const held = await pool().connect();
    await held.query('BEGIN');
    await held.query('SELECT 1 FROM job WHERE id = $1 FOR UPDATE', [ids[1_500]]);
    const { id: stopped } = await deleteJobs(administrator, filter());
    await waitFor('a batch', async () => (await getBulkOperation(stopped)).changed > 0);
    await cancelJob(administrator, { id: (await getBulkOperation(stopped)).jobId });
    await held.query('ROLLBACK');
    held.release();
    await waitFor('it to stop', async () => (await getBulkOperation(stopped)).state === 'stopped');
    const { changed } = await getBulkOperation(stopped);
    expect(changed).toBeLessThan(3_000);
    expect((await statusesOf(ids)).filter((status) => status === null)).toHaveLength(changed);
    await second.end('SIGTERM');
  });
});
