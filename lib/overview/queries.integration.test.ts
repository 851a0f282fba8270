import { beforeAll, beforeEach, expect, test } from 'vitest';
import { useTestDatabase } from '@/lib/db/testing';
import { beatHearts, buildWorld, clearWorld, insertWorld } from '@/prisma/seed/world';
import { getOverview } from './queries';

useTestDatabase();

const world = buildWorld(new Date());
const ofStatus = (status: string) => world.jobs.filter((job) => job.status === status).length;

beforeAll(() => insertWorld(world));
beforeEach(beatHearts);

test('the counts are those of the world', async () => {
  const { counts, failures } = await getOverview();
  expect(counts).toEqual({
    pending: ofStatus('pending'),
    scheduled: ofStatus('scheduled'),
    running: ofStatus('running'),
  });
  const dayAgo = Date.now() - 24 * 3_600_000;
  const today = (status: string) =>
    world.jobs.filter((job) => job.status === status && new Date(job.completedAt ?? 0).getTime() > dayAgo)
      .length;
  expect(failures).toEqual({ failed: today('failed'), errored: today('errored') });
});

test('what needs a person is found: each kind that the world holds', async () => {
  const { attention } = await getOverview();
  expect(attention.map(({ kind }) => kind).sort()).toEqual([
    'queue_paused',
    'queue_unserved',
    'schedule_failing',
    'worker_silent',
    'worker_trouble',
  ]);
  expect(attention.find(({ kind }) => kind === 'schedule_failing')).toMatchObject({
    name: 'Export invoices to the accounting system',
    failures: 5,
  });
});

test('the newest failures stand in the order of their ends', async () => {
  const { newestFailures } = await getOverview();
  const ends = newestFailures.map(({ completedAt }) => completedAt);
  expect(ends).toHaveLength(8);
  expect(ends).toEqual([...ends].sort().reverse());
});

test('the next runs are those due first', async () => {
  const { nextRuns } = await getOverview();
  const due = world.jobs
    .filter((job) => job.status === 'scheduled')
    .map((job) => new Date(job.runAt ?? 0).toISOString());
  expect(nextRuns.map(({ runAt }) => runAt)).toEqual(due.sort().slice(0, 8));
});

test('workers that are gone do not count as there; those there say what they run', async () => {
  const { workers } = await getOverview();
  expect(workers.map(({ state }) => state).sort()).toEqual(['live', 'live', 'live', 'live', 'silent']);
  expect(workers.reduce((sum, { slotsUsed }) => sum + slotsUsed, 0)).toBe(ofStatus('running'));
  expect(workers.flatMap(({ jobs }) => jobs)).toHaveLength(ofStatus('running'));
});

test('an empty yard says that no worker runs, and nothing else', async () => {
  await clearWorld();
  const overview = await getOverview();
  expect(overview.attention).toEqual([{ severity: 'warning', kind: 'no_workers', pending: 0 }]);
  expect(overview).toMatchObject({ newestFailures: [], nextRuns: [], workers: [] });
});
