import { expect, test } from 'vitest';
import { ALL_STATUSES, JOB_REASONS } from '@/lib/jobs/status';
import { buildWorld } from './world';

const NOW = new Date('2026-11-23T12:00:00Z');
const world = buildWorld(NOW);

test('every status and every reason is met', () => {
  expect(new Set(world.jobs.map((job) => job.status))).toEqual(new Set(ALL_STATUSES));
  expect(new Set(world.jobs.flatMap((job) => job.reason ?? []))).toEqual(new Set(Object.keys(JOB_REASONS)));
});

test('ids are unique and sort by the time of making', () => {
  const byId = [...world.jobs].sort((a, b) => (a.id < b.id ? -1 : 1));
  const times = byId.map((job) => new Date(job.createdAt ?? 0).getTime());
  expect(new Set(byId.map((job) => job.id)).size).toBe(world.jobs.length);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test('the same now gives the same world', () => {
  expect({ ...buildWorld(NOW), clock: null }).toEqual({ ...world, clock: null });
});
