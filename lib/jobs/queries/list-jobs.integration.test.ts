import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { type JobFilter, NO_FILTER } from '../job-filter';
import type { JobStatus } from '../status';
import { countJobs } from './count-jobs';
import { listJobs, PAGE_SIZE } from './list-jobs';
import { refreshJobs } from './refresh-jobs';

useTestDatabase();

const TERMINAL: readonly JobStatus[] = ['completed', 'failed', 'errored', 'cancelled'];

interface Given {
  status?: JobStatus;
  name?: string;
  queue?: string;
  runner?: string;
  error?: string;
  object?: string;
}

/** Makes jobs in this order; returns their ids, the newest first as lists show them. */
async function given(...jobs: Given[]): Promise<string[]> {
  const data = jobs.map(({ status = 'pending', object, ...job }) => ({
    id: newId(),
    runner: 'test.Runner',
    name: 'A job',
    queue: 'default',
    timeoutMs: 1000,
    status,
    ...(object ? { objectType: 'test.site', objectId: object } : {}),
    ...(TERMINAL.includes(status) ? { completedAt: new Date() } : {}),
    ...job,
  }));
  await db().job.createMany({ data });
  return data.map(({ id }) => id).reverse();
}

const idsOf = async (filter: Partial<JobFilter>) =>
  (await listJobs({ ...NO_FILTER, ...filter })).rows.map(({ id }) => id);

beforeAll(async () => {
  await db().job.deleteMany();
});

afterEach(async () => {
  await db().job.deleteMany();
});

describe('a filtered list', () => {
  test('merges several statuses into one order, newest first', async () => {
    const [errored, , failed] = await given(
      { status: 'failed' },
      { status: 'completed' },
      { status: 'errored' },
    );
    expect(await idsOf({ statuses: ['failed', 'errored'] })).toEqual([errored, failed]);
  });

  test('takes every part of the filter together', async () => {
    const wanted = {
      status: 'failed',
      queue: 'high',
      runner: 'test.Other',
      object: '7',
      error: 'No such branch',
    } as const;
    const [id] = await given(
      { ...wanted, queue: 'low' },
      { ...wanted, error: 'Timed out' },
      { ...wanted, object: '8' },
      wanted,
    );
    const filter: Partial<JobFilter> = {
      statuses: ['failed'],
      queue: 'high',
      runner: 'test.Other',
      object: { type: 'test.site', id: '7' },
      window: '1h',
      search: 'branch',
    };
    expect(await idsOf(filter)).toEqual([id]);
    expect((await listJobs({ ...NO_FILTER, ...filter })).cut).toBeNull();
  });

  test('searches the name and the error without regard to case, and takes % and _ as they are', async () => {
    const [byError, byName] = await given(
      { name: 'Export 100% of it' },
      { status: 'failed', error: 'EXPORT broke' },
    );
    expect(await idsOf({ search: 'export' })).toEqual([byError, byName]);
    expect(await idsOf({ search: '100%' })).toEqual([byName]);
    expect(await idsOf({ search: '1_0' })).toEqual([]);
  });

  test('finds a job by its whole id', async () => {
    const [, older] = await given({}, {});
    expect(await idsOf({ search: older })).toEqual([older]);
  });
});

describe('paging', () => {
  test('leads to the older page and back to the same rows', async () => {
    const ids = await given(...Array.from({ length: PAGE_SIZE + 7 }, () => ({})));
    const first = await listJobs(NO_FILTER);
    expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, PAGE_SIZE));
    expect([first.hasNewer, first.hasOlder]).toEqual([false, true]);

    const second = await listJobs(NO_FILTER, { olderThan: ids[PAGE_SIZE - 1] ?? null, newerThan: null });
    expect(second.rows.map(({ id }) => id)).toEqual(ids.slice(PAGE_SIZE));
    expect([second.hasNewer, second.hasOlder]).toEqual([true, false]);

    const back = await listJobs(NO_FILTER, { olderThan: null, newerThan: ids[PAGE_SIZE] ?? null });
    expect(back.rows.map(({ id }) => id)).toEqual(ids.slice(0, PAGE_SIZE));
    expect([back.hasNewer, back.hasOlder]).toEqual([false, true]);
  });
});

describe('renewing what is on screen', () => {
  test('keeps the rows, with what became of them, and counts the new ones', async () => {
    const shown = await given({ status: 'pending' }, { status: 'pending' });
    await db().job.update({
      where: { id: shown[0] },
      data: { status: 'completed', completedAt: new Date() },
    });
    await db().job.delete({ where: { id: shown[1] } });
    await given({ status: 'pending' }, { status: 'pending' }, { status: 'pending' });
    const refresh = await refreshJobs(
      { ...NO_FILTER, statuses: ['pending'] },
      { olderThan: null, newerThan: null },
      shown,
    );
    expect(refresh.rows.map(({ id, status }) => ({ id, status }))).toEqual([
      { id: shown[0], status: 'completed' },
    ]);
    expect(refresh.fresh).toBe(3);
  });
});

describe('counting', () => {
  test('counts each status that passes the rest of the filter', async () => {
    await given(
      { status: 'failed', queue: 'high' },
      { status: 'failed' },
      { status: 'completed', queue: 'high' },
    );
    const counts = await countJobs({ ...NO_FILTER, statuses: ['pending'], queue: 'high' });
    expect(counts).toMatchObject({ failed: 1, completed: 1, pending: 0, running: 0 });
  });

  test('counts the jobs of one runner alone', async () => {
    await given({ runner: 'test.Other', status: 'failed' }, { runner: 'test.Other' }, { status: 'failed' });
    const counts = await countJobs({ ...NO_FILTER, runner: 'test.Other', search: 'job' });
    expect(counts).toMatchObject({ failed: 1, pending: 1, completed: 0 });
  });
});
