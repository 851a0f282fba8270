import { describe, expect, test } from 'vitest';
import type { Attempt, JobDetail } from '@/lib/jobs/queries/job-detail';
import { attemptsOf, attemptsText } from './attempts';

const attempt = (no: number): Attempt => ({
  no,
  worker: null,
  dueAt: '2026-11-23T10:00:00.000Z',
  startedAt: '2026-11-23T10:00:01.000Z',
  endedAt: '2026-11-23T10:00:02.000Z',
  outcome: 'failed',
  error: 'It broke',
  errorStack: null,
});

const job = (part: Partial<JobDetail>) =>
  ({
    status: 'running',
    reason: null,
    attemptNo: 2,
    attempts: [attempt(1)],
    worker: null,
    runAt: '2026-11-23T10:05:00.000Z',
    startedAt: '2026-11-23T10:05:01.000Z',
    completedAt: null,
    errorWhole: 'It broke',
    errorStack: null,
    ...part,
  }) as JobDetail;

const outcomes = (part: Partial<JobDetail>) =>
  attemptsOf(job(part)).map(({ no, outcome }) => `${no} ${outcome}`);

describe('the attempts of a job', () => {
  test('include the one under way, which has no error yet', () => {
    const last = attemptsOf(job({})).at(-1);
    expect(last).toMatchObject({ no: 2, outcome: 'running', endedAt: null, error: null });
  });

  test('include the last of a job that has ended, with why', () => {
    const completedAt = '2026-11-23T10:05:09.000Z';
    expect(outcomes({ status: 'completed', completedAt })).toEqual(['1 failed', '2 completed']);
    expect(outcomes({ status: 'errored', reason: 'timed_out', completedAt })).toEqual([
      '1 failed',
      '2 timed_out',
    ]);
    expect(outcomes({ status: 'errored', reason: 'worker_lost', completedAt })).toEqual([
      '1 failed',
      '2 lost',
    ]);
  });

  test('of a job that waits for its next are those that ended', () => {
    expect(outcomes({ status: 'scheduled', attemptNo: 1 })).toEqual(['1 failed']);
  });

  test('never tell one twice', () => {
    expect(outcomes({ status: 'cancelled', attempts: [attempt(1), attempt(2)] })).toEqual([
      '1 failed',
      '2 failed',
    ]);
  });

  test('of a job that never started are none', () => {
    expect(outcomes({ status: 'cancelled', attemptNo: 0, startedAt: null, attempts: [] })).toEqual([]);
  });
});

describe('how many attempts', () => {
  const lost = { ...attempt(1), outcome: 'lost' as const };

  test('is told against how many are allowed', () => {
    expect(attemptsText(job({ maxRetries: 3 }))).toBe('2 of 4');
    expect(attemptsText(job({ maxRetries: 0, attempts: [], attemptNo: 1 }))).toBe('1');
  });

  test('leaves out those that were no fault of the job', () => {
    expect(attemptsText(job({ maxRetries: 3, attempts: [lost] }))).toBe('1 of 4, and 1 that did not count');
  });

  test('goes beyond what was allowed when somebody asked for one more', () => {
    expect(attemptsText(job({ maxRetries: 0 }))).toBe('2');
  });
});
