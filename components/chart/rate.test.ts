import { expect, test } from 'vitest';
import type { Statistics } from '@/lib/statistics/queries';
import { rateOf } from './rate';

const none = { completed: 0, failed: 0, errored: 0, cancelled: 0, wait: null, run: null };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 26, 12, minute)).toISOString();

test('a rate is per minute, of all that ended, over steps that are whole', () => {
  const statistics: Statistics = {
    ...{ window: '24h', stepMs: 15 * 60_000, totals: none },
    points: [
      { ...none, at: at(0), completed: 20, failed: 4, errored: 5, cancelled: 1 },
      { ...none, at: at(15) },
      { ...none, at: at(30), completed: 7 },
    ],
  };
  const { points, mean } = rateOf(statistics);
  expect(points.map(({ rate }) => rate)).toEqual([2, 0, null]);
  expect(mean).toBe(1);
});
