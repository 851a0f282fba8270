import { expect, test } from 'vitest';
import { hoursOf } from './calendar-hours';

test('occurrences are gathered by hour and by minute, hours without any among them', () => {
  const hours = hoursOf({
    from: '2026-11-24T12:20:00.000Z',
    to: '2026-11-24T15:20:00.000Z',
    occurrences: [
      { at: '2026-11-24T14:00:05.000Z', id: 'a' },
      { at: '2026-11-24T14:00:40.000Z', id: 'b' },
      { at: '2026-11-24T14:30:00.000Z', id: 'a' },
    ],
  });
  expect(hours.map(({ count }) => count)).toEqual([0, 0, 3, 0]);
  expect(hours[2]?.moments).toEqual([
    { at: Date.parse('2026-11-24T14:00:00.000Z'), ids: ['a', 'b'] },
    { at: Date.parse('2026-11-24T14:30:00.000Z'), ids: ['a'] },
  ]);
});
