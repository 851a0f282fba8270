import { describe, expect, test } from 'vitest';
import { type WaitingFacts, type WaitingWorker, whyWaiting } from './why-waiting';

const worker = (part: Partial<WaitingWorker> = {}): WaitingWorker => ({
  id: 'w1',
  host: 'yard-1',
  pid: 4100,
  queues: ['default'],
  live: true,
  slots: 2,
  used: 0,
  asked: null,
  trouble: null,
  knowsRunner: true,
  runsSuspect: false,
  ...part,
});

const why = (part: Partial<WaitingFacts>) =>
  whyWaiting({
    now: '2026-11-23T10:00:00.000Z',
    status: 'pending',
    reason: null,
    queue: 'default',
    runner: 'test.Runner',
    runAt: '2026-11-23T09:59:00.000Z',
    attemptNo: 0,
    failedAttempts: 0,
    lostAttempts: 0,
    maxRetries: 3,
    ofSchedule: false,
    paused: null,
    limit: null,
    running: 0,
    ahead: 0,
    earlier: null,
    workers: [worker()],
    ...part,
  });

const kind = (part: Partial<WaitingFacts>) => why(part)?.kind;
const LATER = '2026-11-23T10:05:00.000Z';

describe('a job that is due', () => {
  test('waits for nobody but the next moment when a slot is free', () => {
    expect(why({ ahead: 2 })).toEqual({ kind: 'soon', since: '2026-11-23T09:59:00.000Z', ahead: 2 });
  });

  test('waits behind a pause, whatever else is wrong', () => {
    const paused = { at: LATER, by: 'Somebody', reason: 'Moving' };
    expect(why({ paused, workers: [] })).toEqual({ kind: 'paused', ...paused });
  });

  test('waits for a worker that serves its queue; a silent one is named', () => {
    expect(why({ workers: [worker({ queues: ['low'] })] })).toEqual({
      kind: 'no_worker',
      command: 'npm run worker -- default',
      silent: [],
    });
    expect(why({ workers: [worker({ live: false })] })).toMatchObject({
      kind: 'no_worker',
      silent: [{ id: 'w1', host: 'yard-1', pid: 4100 }],
    });
  });

  test('waits for a worker that was not asked to be quiet', () => {
    expect(kind({ workers: [worker({ asked: 'quiet' }), worker({ asked: 'stop' })] })).toBe('workers_quiet');
    expect(kind({ workers: [worker({ asked: 'quiet' }), worker()] })).toBe('soon');
  });

  test('waits for one that knows its runner, and says who elsewhere does', () => {
    const elsewhere = worker({ id: 'w2', queues: ['low'] });
    expect(why({ workers: [worker({ knowsRunner: false }), elsewhere] })).toEqual({
      kind: 'unknown_runner',
      runner: 'test.Runner',
      knownBy: [{ id: 'w2', host: 'yard-1', pid: 4100, queues: ['low'] }],
    });
  });

  test('waits for the stores of those workers', () => {
    expect(why({ workers: [worker({ trouble: 'Redis cannot be reached' })] })).toMatchObject({
      kind: 'trouble',
      workers: [{ trouble: 'Redis cannot be reached' }],
    });
    expect(kind({ workers: [worker({ trouble: 'Redis cannot be reached' }), worker()] })).toBe('soon');
  });

  test('waits for the limit of its queue', () => {
    expect(why({ limit: 2, running: 2, ahead: 7 })).toEqual({
      kind: 'limit',
      limit: 2,
      running: 2,
      ahead: 7,
    });
    expect(kind({ limit: 2, running: 1 })).toBe('soon');
  });

  test('waits for a slot of a worker that could run it', () => {
    const full = worker({ used: 2 });
    const ignorant = worker({ id: 'w2', knowsRunner: false });
    expect(why({ ahead: 41, workers: [full, ignorant] })).toEqual({
      kind: 'slots_full',
      slots: 2,
      ahead: 41,
      workers: [{ id: 'w1', host: 'yard-1', pid: 4100 }],
    });
  });

  test('is held back as a suspect while another suspect runs', () => {
    const suspicious = worker({ runsSuspect: true, used: 1 });
    expect(why({ lostAttempts: 2, workers: [suspicious] })).toEqual({ kind: 'suspect', lost: 2 });
    expect(kind({ lostAttempts: 2, workers: [suspicious, worker()] })).toBe('soon');
    expect(kind({ lostAttempts: 1, workers: [suspicious] })).toBe('soon');
  });
});

describe('a job that waits for its time', () => {
  const scheduled = { status: 'scheduled', runAt: LATER } as const;

  test('names the attempt it waits for, or what asked for that time', () => {
    expect(why({ ...scheduled, failedAttempts: 2, attemptNo: 2 })).toEqual({
      kind: 'retry',
      attempt: 3,
      of: 4,
      at: LATER,
      besides: null,
    });
    expect(kind({ ...scheduled, ofSchedule: true })).toBe('schedule');
    expect(kind(scheduled)).toBe('time');
  });

  test('says what would hold it up even then, but not what passes', () => {
    expect(why({ ...scheduled, workers: [] })).toMatchObject({ besides: { kind: 'no_worker' } });
    expect(why({ ...scheduled, workers: [worker({ used: 2 })] })).toMatchObject({ besides: null });
  });

  test('waits for the occurrence before it once its time has come', () => {
    const earlier = { id: 'j1', status: 'running' } as const;
    expect(why({ status: 'scheduled', ofSchedule: true, earlier })).toEqual({ kind: 'overlap', earlier });
    expect(kind({ ...scheduled, ofSchedule: true, earlier })).toBe('schedule');
  });

  test('waits for a runner or for another suspect, not for the few seconds it was put back', () => {
    const unknown = { ...scheduled, reason: 'unknown_runner' } as const;
    expect(kind({ ...unknown, workers: [worker({ knowsRunner: false })] })).toBe('unknown_runner');
    expect(kind({ ...unknown, workers: [worker()] })).toBe('soon');
    expect(kind({ ...scheduled, lostAttempts: 2, workers: [worker({ runsSuspect: true })] })).toBe('suspect');
  });

  test('and whose time has just come starts in a moment', () => {
    expect(kind({ status: 'scheduled' })).toBe('soon');
  });
});

test('a job that runs or has ended does not wait', () => {
  expect(why({ status: 'running' })).toBeNull();
  expect(why({ status: 'completed' })).toBeNull();
});
