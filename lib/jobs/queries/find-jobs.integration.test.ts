import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { exportJobs } from '../export-jobs';
import { FIRST_PAGE, type JobFilter, NO_FILTER } from '../job-filter';
import { ALL_SORTS, type JobSort } from '../job-sort';
import type { JobStatus } from '../status';
import { countJobs, countMatching } from './count-jobs';
import { listJobs, PAGE_SIZE } from './list-jobs';

useTestDatabase();

const SECOND = 1000;
const now = Date.now();
const at = (seconds: number) => new Date(now + seconds * SECOND);
type Row = NonNullable<Parameters<ReturnType<typeof db>['job']['create']>[0]>['data'];

/** Makes jobs in this order; returns their ids. */
async function given(...jobs: Partial<Record<string, unknown>>[]): Promise<string[]> {
  const data = jobs.map((job) => ({
    id: newId(),
    runner: 'test.Runner',
    name: 'A job',
    queue: 'default',
    timeoutMs: 1000,
    status: 'completed' as JobStatus,
    startedAt: at(0),
    completedAt: at(1),
    ...job,
  }));
  await db().job.createMany({ data: data as never });
  return data.map(({ id }) => id);
}

const find = async (filter: Partial<JobFilter>, sort?: JobSort) =>
  (await listJobs({ ...NO_FILTER, ...filter }, FIRST_PAGE, sort)).rows.map(({ id }) => id);

beforeAll(async () => {
  await db().user.create({ data: { id: 'a-user', name: 'A user', email: 'a@example.org' } });
});
afterEach(async () => {
  await db().job.deleteMany();
});

describe('a filter', () => {
  const [worker, again] = [newId(), newId()];
  const cases: [string, Partial<Record<keyof Row | string, unknown>>, Partial<JobFilter>][] = [
    ['user', { userId: 'a-user' }, { userId: 'a-user' }],
    ['reason', { status: 'errored', reason: 'timed_out' }, { reason: 'timed_out' }],
    [
      'reason of what waits',
      { status: 'scheduled', reason: 'unknown_runner', startedAt: null, completedAt: null },
      { reason: 'unknown_runner' },
    ],
    ['worker', { workerId: worker }, { workerId: worker }],
    ['again of', { againOfId: again }, { againOfId: again }],
    ['fingerprint', { status: 'failed', fingerprint: 'f00' }, { fingerprint: 'f00' }],
    ['queue', { queue: 'low' }, { queue: 'low' }],
    ['runner', { runner: 'test.Other' }, { runner: 'test.Other' }],
    ['object', { objectType: 'a.site', objectId: '7' }, { object: { type: 'a.site', id: '7' } }],
    ['arguments by path', { args: { site: { id: 42 } } }, { search: 'args.site.id:42' }],
    ['arguments that are texts', { args: { name: 'two words' } }, { search: 'args.name:"two words"' }],
    ['start', { startedAt: at(-100) }, { timeOf: 'started', to: at(-50).toISOString() }],
    [
      'end',
      { completedAt: at(100) },
      { timeOf: 'completed', from: at(50).toISOString(), to: at(101).toISOString() },
    ],
    [
      'end, of one runner',
      { runner: 'test.Other', completedAt: at(100) },
      { runner: 'test.Other', timeOf: 'completed', from: at(50).toISOString() },
    ],
  ];
  test.each(cases)('by %s gives those jobs, in every order and count', async (_name, job, filter) => {
    const [id] = await given(job, {}, { status: 'failed', error: 'Another' });
    for (const sort of ALL_SORTS) {
      const has = sort.endsWith('created') || job.startedAt !== null;
      expect(await find(filter, sort), sort).toEqual(has ? [id] : []);
    }
    expect(await countMatching({ ...NO_FILTER, ...filter })).toBe(1);
    const counts = await countJobs({ ...NO_FILTER, ...filter });
    expect(Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  test('by words of the log', async () => {
    const [id, other] = await given({}, {});
    await db().jobLogEntry.createMany({
      data: [
        { jobId: id ?? '', attempt: 1, seq: 1, at: at(0), level: 'info', message: 'The gateway TIMED out' },
        { jobId: other ?? '', attempt: 1, seq: 1, at: at(0), level: 'info', message: 'All well' },
      ],
    });
    expect(await find({ search: 'log:"timed out"' })).toEqual([id]);
    expect(await find({ search: 'log:"timed out" nothing' })).toEqual([]);
  });

  test('by creation', async () => {
    const [id] = await given({});
    const { createdAt } = await db().job.findUniqueOrThrow({ where: { id } });
    const [before, after] = [-5, 5].map((s) => new Date(createdAt.getTime() + s * SECOND).toISOString());
    expect(await find({ from: before, to: after })).toEqual([id]);
    expect(await find({ to: before })).toEqual([]);
  });
});

describe('an order', () => {
  // Sevens of equal values, and none in the order of ids.
  const many = Array.from({ length: PAGE_SIZE * 2 + 7 }, (_, n) => ({
    runAt: at(-100 - (n % 3)),
    startedAt: at(-90 + (n % 7)),
    completedAt: at(-50 + ((n * 5) % 7)),
    status: (n % 2 ? 'completed' : 'failed') as JobStatus,
    runner: n % 3 ? 'test.Runner' : 'test.Other',
  }));
  const keys = {
    created: (n: number) => n,
    started: (n: number) => many[n]?.startedAt.getTime() ?? 0,
    completed: (n: number) => many[n]?.completedAt.getTime() ?? 0,
    duration: (n: number) => (many[n]?.completedAt.getTime() ?? 0) - (many[n]?.startedAt.getTime() ?? 0),
    wait: (n: number) => (many[n]?.startedAt.getTime() ?? 0) - (many[n]?.runAt.getTime() ?? 0),
  };
  const filters: [string, Partial<JobFilter>, (n: number) => boolean][] = [
    ['all', {}, () => true],
    ['of one status', { statuses: ['failed'] }, (n) => n % 2 === 0],
    ['of one runner', { runner: 'test.Runner' }, (n) => n % 3 !== 0],
  ];

  test.each(filters)(
    '%s: pages lead through every job once, and back, also across equal values',
    async (_name, filter, passes) => {
      const ids = await given(...many);
      for (const sort of ALL_SORTS) {
        const key = keys[sort.replace('-', '') as keyof typeof keys];
        const way = sort.startsWith('-') ? -1 : 1;
        const expected = ids
          .map((id, n) => ({ id, n }))
          .filter(({ n }) => passes(n))
          .sort((a, b) => way * (key(a.n) - key(b.n) || a.n - b.n))
          .map(({ id }) => id);
        const whole = { ...NO_FILTER, ...filter };
        const pages: string[][] = [];
        let page = await listJobs(whole, FIRST_PAGE, sort);
        expect(page.hasNewer).toBe(false);
        for (;;) {
          pages.push(page.rows.map(({ id }) => id));
          if (!page.hasOlder) break;
          page = await listJobs(whole, { olderThan: page.edges.last, newerThan: null }, sort);
        }
        expect(pages.flat(), sort).toEqual(expected);
        for (const before of pages.slice(0, -1).reverse()) {
          page = await listJobs(whole, { olderThan: null, newerThan: page.edges.first }, sort);
          expect(
            page.rows.map(({ id }) => id),
            `${sort}, back`,
          ).toEqual(before);
        }
        expect(page.hasNewer).toBe(false);
      }
    },
  );

  test('leaves out the jobs that have no such value, and a place of another order begins at the top', async () => {
    const [ended] = await given({}, { status: 'pending', startedAt: null, completedAt: null });
    expect(await find({}, '-completed')).toEqual([ended]);
    const page = await listJobs(NO_FILTER, { olderThan: ended ?? null, newerThan: null }, '-duration');
    expect(page.rows.map(({ id }) => id)).toEqual([ended]);
  });
});

describe('an export', () => {
  const read = async (format: 'csv' | 'ndjson', payloads: boolean, filter: Partial<JobFilter> = {}) => {
    const pieces: string[] = [];
    for await (const piece of exportJobs({ ...NO_FILTER, ...filter }, format, { payloads }, 2))
      pieces.push(piece);
    return pieces;
  };

  test('has every job that matches, batch by batch, and payloads for those who may read them', async () => {
    const ids = await given(...Array.from({ length: 5 }, (_, n) => ({ args: { n }, data: { n } })), {
      queue: 'low',
    });
    const pieces = await read('ndjson', true, { queue: 'default' });
    expect(pieces).toHaveLength(3);
    const rows = pieces
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ id }) => id)).toEqual(ids.slice(0, 5).reverse());
    expect(rows[0]).toMatchObject({ args: { n: 4 }, result: { n: 4 }, started_at: at(0).toISOString() });
    const [blind] = (await read('ndjson', false))
      .join('')
      .split('\n')
      .map((line) => line && JSON.parse(line));
    expect(blind).not.toHaveProperty('args');
    expect(blind).not.toHaveProperty('result');
  });

  test('is CSV with a header, where nothing is a formula', async () => {
    await given({ name: '=1+1', error: 'two\nlines, and "quotes"', status: 'failed' });
    const text = (await read('csv', false)).join('');
    expect(text.split('\n')[0]).toMatch(/^id,name,runner,queue,status,/);
    expect(text).toContain(",'=1+1,test.Runner,default,failed,");
    expect(text).toContain('"two\nlines, and ""quotes"""');
    expect(text).not.toContain('args');
  });
});
