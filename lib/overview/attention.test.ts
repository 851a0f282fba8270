import { expect, test } from 'vitest';
import type { QueueSummary } from '@/lib/queues/queries';
import type { WorkerSummary } from '@/lib/workers/queries';
import { attentionOf } from './attention';

const NOW = new Date('2026-11-23T12:00:00Z');

const queue = (given: Partial<QueueSummary>): QueueSummary => ({
  name: 'default',
  pending: 0,
  scheduled: 0,
  running: 0,
  oldestDueAt: null,
  pausedAt: null,
  pausedBy: null,
  pauseReason: null,
  workers: [],
  ...given,
});

const worker = (given: Partial<WorkerSummary>): WorkerSummary => ({
  id: 'w',
  host: 'host',
  pid: 1,
  version: '1',
  backend: 'postgres',
  queues: ['default'],
  slots: 1,
  slotsUsed: 0,
  state: 'live',
  asked: null,
  trouble: null,
  startedAt: NOW.toISOString(),
  heartbeatAt: NOW.toISOString(),
  endedAt: null,
  jobs: [],
  ...given,
});

const kinds = (queues: QueueSummary[], workers: WorkerSummary[]) =>
  attentionOf({ queues, workers, failingSchedules: [], now: NOW }).map(
    ({ kind, severity }) => `${severity} ${kind}`,
  );

const serving = [{ id: 'w', host: 'host', pid: 1 }];

test('nothing waits and a worker lives: nothing to do', () => {
  expect(kinds([queue({ workers: serving })], [worker({})])).toEqual([]);
});

test('work waits in a queue that no live worker serves', () => {
  expect(kinds([queue({ pending: 3 })], [worker({ queues: ['high'] })])).toEqual(['error queue_unserved']);
});

test('without any worker this is said once, not for each queue', () => {
  expect(kinds([queue({ pending: 3 }), queue({ name: 'low', pending: 1 })], [])).toEqual([
    'error no_workers',
  ]);
  expect(kinds([queue({})], [])).toEqual(['warning no_workers']);
});

test('a paused queue matters once something waits in it', () => {
  const paused = { pausedAt: NOW.toISOString(), workers: serving };
  expect(kinds([queue({ ...paused, pending: 0 })], [worker({})])).toEqual([]);
  expect(kinds([queue({ ...paused, pending: 1 })], [worker({})])).toEqual(['warning queue_paused']);
});

test('errors stand above warnings', () => {
  const paused = queue({ name: 'low', pending: 1, pausedAt: NOW.toISOString(), workers: serving });
  expect(kinds([paused], [worker({}), worker({ state: 'silent' })])).toEqual([
    'error worker_silent',
    'warning queue_paused',
  ]);
});

test('a lost worker is news for an hour', () => {
  const lost = (minutes: number) =>
    worker({ state: 'lost', heartbeatAt: new Date(NOW.getTime() - minutes * 60_000).toISOString() });
  expect(kinds([], [worker({}), lost(59)])).toEqual(['warning worker_lost']);
  expect(kinds([], [worker({}), lost(61)])).toEqual([]);
});
