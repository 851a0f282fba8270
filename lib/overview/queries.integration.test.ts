import { beforeAll, beforeEach, expect, test } from 'vitest';
import { useTestDatabase } from '@/lib/db/testing';
import { beatHearts, buildWorld, clearWorld, insertWorld } from '@/prisma/seed/world';
import { getOverview } from './queries';

useTestDatabase();

const world = buildWorld(new Date());
const ofStatus = (status: string) => world.jobs.filter((job) => job.status === status).length;

beforeAll(() => insertWorld(world));
beforeEach(() => beatHearts());

test('the counts are those of the world', async () => {
  const { counts } = await getOverview();
  expect(counts).toEqual({
    pending: ofStatus('pending'),
    scheduled: ofStatus('scheduled'),
    running: ofStatus('running'),
  });
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

test('failures stand in groups, the largest first; a group that has not grown within the window is left out', async () => {
  const { failureGroups } = await getOverview('30d');
  const failedNow = failureGroups.map((group) => group.failedNow);
  expect(failedNow).toEqual(failedNow.toSorted((a, b) => b - a));
  const [largest] = failureGroups;
  expect(largest?.failedNow).toBe(
    world.jobs.filter(({ fingerprint }) => fingerprint === largest?.fingerprint).length,
  );
  const recent = await getOverview('1h');
  expect(recent.failureGroups.length).toBeLessThan(failureGroups.length);
  const hourAgo = Date.now() - 3_600_000;
  expect(recent.failureGroups.every(({ lastSeenAt }) => Date.parse(lastSeenAt) >= hourAgo)).toBe(true);
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
  const there = world.workers
    .filter(({ endedAt }) => !endedAt)
    .map(({ host }) => (host === 'worker-4' ? 'silent' : 'live'));
  expect(workers.map(({ state }) => state).sort()).toEqual(there.sort());
  expect(workers.reduce((sum, { slotsUsed }) => sum + slotsUsed, 0)).toBe(ofStatus('running'));
  expect(workers.flatMap(({ jobs }) => jobs)).toHaveLength(ofStatus('running'));
});

test('an empty yard says that no worker runs, and nothing else', async () => {
  await clearWorld();
  const overview = await getOverview();
  expect(overview.attention).toEqual([{ severity: 'warning', kind: 'no_workers', pending: 0 }]);
  expect(overview).toMatchObject({ isNew: true, failureGroups: [], nextRuns: [], workers: [] });
});
