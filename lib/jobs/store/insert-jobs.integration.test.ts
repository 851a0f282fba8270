import { beforeAll, beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { newJob } from '../enqueue/new-job';
import { parseRequest } from '../enqueue/options';
import { addFixtures, Returns } from '../testing/fixture-plugin';
import { insertJobs } from './insert-jobs';
import { type Job, jobColumns } from './job-row';
import { poolSql, type Sql, txSql } from './sql';
import type { NewJob } from './stored-job';

useTestDatabase();
beforeAll(addFixtures);
beforeEach(() => db().job.deleteMany());

const AN_HOUR_MS = 3_600_000;

/** One of each way in which a job may come into being, and two that are alike, apart. */
async function oneOfEach(): Promise<NewJob[]> {
  const request = await parseRequest(Returns, {});
  const job = (more: Partial<NewJob> = {}): NewJob => ({ ...newJob(request), ...more });
  const now = Date.now();
  return [
    job(),
    job({ argsText: '{"b":[1.5,"é\\"\\\\"],"a":{"deep":null}}' }),
    job({ objectType: 'fixture.site', objectId: '1', name: 'A name "of its own"' }),
    job({ objectType: 'fixture.site', objectId: '2', name: 'A name "of its own"' }),
    job({ runAt: new Date(now + AN_HOUR_MS), occurrenceAt: new Date(now), interval: 60 }),
    job({ runAt: new Date(now - AN_HOUR_MS), backoffText: null, againOfId: newId() }),
    job({ held: true, armed: false, onceKey: '["a key"]' }),
    job({ workerId: newId() }),
    job({ ended: { status: 'cancelled', reason: 'skipped_overlap' } }),
    job(),
  ];
}

const readAnew = (jobs: readonly { id: string }[]): Promise<Job[]> =>
  poolSql<Job>(
    `SELECT ${jobColumns('j')} FROM unnest($1::uuid[]) WITH ORDINALITY AS t(id, n) JOIN job j USING (id) ORDER BY n`,
    [jobs.map(({ id }) => id)],
  );

test('jobs are returned as they are stored, to the field, in the order given', async () => {
  const jobs = await oneOfEach();
  const stored = await insertJobs(poolSql, jobs);
  expect(stored.map(({ status }) => status)).toEqual([
    ...['pending', 'pending', 'pending', 'pending', 'scheduled', 'pending'],
    ...['scheduled', 'running', 'cancelled', 'pending'],
  ]);
  expect(stored).toEqual(await readAnew(jobs));
});

test('the same in a transaction of the caller', async () => {
  const jobs = await oneOfEach();
  const stored = await db().$transaction((tx) => insertJobs(txSql(tx), jobs));
  expect(stored).toEqual(await readAnew(jobs));
});

test('what is alike in a thousand jobs travels once', async () => {
  const request = await parseRequest(Returns, { instance: { type: 'fixture.site', id: '1' } });
  const jobs = Array.from({ length: 1000 }, (_, n) => ({
    ...newJob(request),
    argsText: `{"n":${n}}`,
    objectId: `${n}`,
  }));
  let rows: unknown[] = [];
  const watched: Sql = (text, params) => {
    rows = JSON.parse(String(params[0]));
    return poolSql(text, params);
  };
  const stored = await insertJobs(watched, jobs);
  expect(rows).toHaveLength(1);
  expect(stored).toEqual(await readAnew(jobs));
});
