import { expect, test } from 'vitest';
import { calendarOf } from './calendar';

const now = new Date('2026-11-24T12:00:00Z');
const to = new Date('2026-11-25T12:00:00Z');
const anchorAt = new Date('2026-11-01T00:00:00Z');

const schedule = (id: string, intervalMinutes: number | null, cron: string | null = null) => ({
  ...{ id, name: `Schedule ${id}`, queue: 'default', intervalMinutes, cron },
  ...{ objectType: null, objectId: null },
  timeZone: 'UTC',
  anchorAt,
});

test('what runs when, by time, and what is frequent as a line', () => {
  const calendar = calendarOf(
    [schedule('minutely', 1), schedule('nightly', null, '0 2 * * *'), schedule('half-daily', 720)],
    now,
    to,
  );
  expect(calendar.frequent).toEqual(['minutely']);
  expect(calendar.occurrences).toEqual([
    { at: '2026-11-25T00:00:00.000Z', id: 'half-daily' },
    { at: '2026-11-25T02:00:00.000Z', id: 'nightly' },
    { at: '2026-11-25T12:00:00.000Z', id: 'half-daily' },
  ]);
  expect(calendar.schedules.nightly?.rhythm).toBe('at 02:00 (UTC)');
  expect(calendar.cut).toBe(false);
});

test('what does not come within the day is not told', () => {
  const monday = schedule('monday', null, '0 2 * * 1');
  expect(calendarOf([monday], now, to)).toMatchObject({ schedules: {}, occurrences: [], frequent: [] });
});

test('of very many occurrences the earliest thousand are told, and that there are more', () => {
  const many = Array.from({ length: 50 }, (_, index) => schedule(`hourly ${index}`, 60));
  const calendar = calendarOf(many, now, to);
  expect(calendar.occurrences).toHaveLength(1000);
  expect(calendar.occurrences[0]?.at).toBe('2026-11-24T13:00:00.000Z');
  expect(calendar.cut).toBe(true);
});
