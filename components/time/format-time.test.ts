import { describe, expect, test } from 'vitest';
import { formatDuration, formatExact, formatRelative } from './format-time';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a duration in words', () => {
  test.each([
    [-5, '0 ms'],
    [840, '840 ms'],
    [1240, '1.2 s'],
    [9990, '9.9 s'],
    [59_999, '59 s'],
    [3 * MINUTE + 20 * SECOND, '3 min 20 s'],
    [2 * HOUR, '2 h'],
    [2 * HOUR + 5 * MINUTE, '2 h 5 min'],
    [4 * DAY + 3 * HOUR, '4 d 3 h'],
  ])('%d ms reads %s', (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });
});

describe('a time told relative to now', () => {
  const now = Date.UTC(2026, 10, 23, 12);
  test.each([
    [now - 2 * SECOND, 'now'],
    [now - 12 * SECOND, '12 s ago'],
    [now + 5 * MINUTE, 'in 5 min'],
    [now - 26 * HOUR, '1 d ago'],
    [Date.UTC(2026, 5, 1, 12), '1 Jun'],
    [Date.UTC(2024, 5, 1, 12), '1 Jun 2024'],
  ])('%d reads %s', (at, words) => {
    expect(formatRelative(at, now)).toBe(words);
  });
});

describe('a time to the second', () => {
  test('is told in the zone that is asked for, one after the other', () => {
    const at = Date.UTC(2026, 10, 23, 17, 2, 48);
    expect(formatExact(at, 'Europe/Paris')).toBe('Mon, 23 Nov 2026, 18:02:48 CET');
    expect(formatExact(at, 'UTC')).toBe('Mon, 23 Nov 2026, 17:02:48 UTC');
    expect(formatExact(at, 'Europe/Paris')).toBe('Mon, 23 Nov 2026, 18:02:48 CET');
  });
});
