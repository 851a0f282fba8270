import { expect, test } from 'vitest';
import { rhythmInWords } from './rhythm';

const interval = (intervalMinutes: number) => rhythmInWords({ intervalMinutes, cron: null, timeZone: 'UTC' });
const cron = (expression: string, timeZone = 'UTC') =>
  rhythmInWords({ intervalMinutes: null, cron: expression, timeZone });

test.each([
  [1, 'every minute'],
  [60, 'every hour'],
  [90, 'every 90 minutes'],
  [720, 'every 12 hours'],
  [1440, 'every day'],
  [10080, 'every week'],
  [43200, 'every 30 days'],
])('an interval of %i minutes reads "%s"', (minutes, words) => {
  expect(interval(minutes)).toBe(words);
});

test('a cron expression is told in words, on a 24 hour clock, with its zone', () => {
  expect(cron('0 2 * * 1-5', 'Europe/Paris')).toBe('at 02:00, Monday through Friday (Europe/Paris)');
});

test('an expression without words stands for itself', () => {
  expect(cron('not a cron')).toBe('not a cron (UTC)');
});
