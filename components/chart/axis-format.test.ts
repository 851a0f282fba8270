import { expect, test } from 'vitest';
import { axisTime, compactCount, compactDuration, stepTime, ticksOf } from './axis-format';

test.each([
  [0, '0'],
  [0.25, '0.3'],
  [950, '950'],
  [1_000, '1k'],
  [1_250, '1.3k'],
  [34_400, '34k'],
  [999_600, '1M'],
  [2_100_000, '2.1M'],
])('%d jobs are %s', (count, text) => {
  expect(compactCount(count)).toBe(text);
});

test.each([
  [0, '0'],
  [5, '5 ms'],
  [1_500, '1.5 s'],
  [59_000, '59 s'],
  [1_200_000, '20 min'],
  [3 * 3_600_000, '3 h'],
  [2 * 86_400_000, '2 d'],
])('%d ms are %s', (ms, text) => {
  expect(compactDuration(ms)).toBe(text.replace(' ', '\u00a0'));
});

test('a short window has times of day under its axis, a long one days', () => {
  const at = new Date(2026, 10, 23, 18, 0).getTime();
  expect(axisTime(at, '24h')).toBe('18:00');
  expect(axisTime(at, '30d')).toBe('23 Nov');
  expect(stepTime(at, 900_000)).toBe('Mon 23 Nov, 18:00–18:15');
});

test('ticks are few and evenly spaced', () => {
  const times = Array.from({ length: 96 }, (_, step) => step);
  const ticks = ticksOf(times, 4);
  expect(ticks).toEqual([12, 36, 60, 84]);
  expect(ticksOf([1, 2, 3], 4)).toEqual([1, 2, 3]);
});
