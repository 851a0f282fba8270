import { expect, test } from 'vitest';
import { z } from 'zod';
import { fixedClock } from './fixed-clock';

test('a fixed clock stands still until it is set, and gives the real one back', () => {
  const before = new Date();
  const RealDate = Date;
  const clock = fixedClock('2027-03-28T00:59:00Z');
  try {
    expect(new Date().toISOString()).toBe('2027-03-28T00:59:00.000Z');
    expect(Date.now()).toBe(clock.now.getTime());
    expect(Date()).toBe(new Date().toString());
    clock.advance(60_000);
    expect(new Date().toISOString()).toBe('2027-03-28T01:00:00.000Z');
    clock.set(before);
    expect(new Date()).toEqual(before);
    expect(new Date(2027, 0, 1).getFullYear()).toBe(2027);
    expect(Date.UTC(2027, 0)).toBe(Date.parse('2027-01-01T00:00:00Z'));
  } finally {
    clock.restore();
  }
  expect(Date).toBe(RealDate);
});

test('dates of before and after are of one class', () => {
  const before = new Date();
  using clock = fixedClock('2027-01-01');
  expect(before).toBeInstanceOf(Date);
  expect(new Date()).toBeInstanceOf(Date);
  expect(z.date().safeParse(before).success).toBe(true);
  expect(Object.getPrototypeOf(new Date())).toBe(Object.getPrototypeOf(before));
  clock.restore();
  expect(Date.now()).toBeGreaterThanOrEqual(before.getTime());
});

test('there is one at a time, of a time that is one', () => {
  using _ = fixedClock('2027-01-01');
  expect(() => fixedClock('2028-01-01')).toThrow('in place already');
  _.restore();
  expect(() => fixedClock('tomorrow')).toThrow('Expected a time, got tomorrow');
  expect(() => fixedClock('2027-01-01').restore()).not.toThrow();
});
