import { describe, expect, test } from 'vitest';
import { paceOf, rateText } from './pace';

describe('the pace of a job', () => {
  test('is its average, and what remains follows from it', () => {
    expect(paceOf(300, 1000, 60_000)).toEqual({ perSecond: 5, remainingMs: 140_000 });
  });

  test('is not told before there is something to tell', () => {
    expect(paceOf(null, 1000, 60_000)).toBeNull();
    expect(paceOf(0, 1000, 60_000)).toBeNull();
    expect(paceOf(5, 1000, 2_000)).toBeNull();
  });

  test('says nothing of an end that the job has not named, or has passed', () => {
    expect(paceOf(300, null, 60_000)?.remainingMs).toBeNull();
    expect(paceOf(300, 300, 60_000)?.remainingMs).toBeNull();
    expect(paceOf(400, 300, 60_000)?.remainingMs).toBeNull();
  });
});

test('a rate is told in the unit that fits', () => {
  expect([1250.4, 4.25, 0.5, 0.001].map(rateText)).toEqual([
    '1,250 a second',
    '4.3 a second',
    '30 a minute',
    '3.6 an hour',
  ]);
});
