import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { nextTime, nextTimes, type RhythmRow } from './rhythm';

const MINUTE = 60_000;
// A cron's next time costs a millisecond or two.
vi.setConfig({ testTimeout: 30_000 });
const DAY = 24 * 60 * MINUTE;
const EARLIEST = Date.UTC(2020, 0, 1);
const LATEST = Date.UTC(2035, 0, 1);

const instant = fc.integer({ min: EARLIEST, max: LATEST }).map((ms) => new Date(ms));
const interval = fc.record({
  intervalMinutes: fc.integer({ min: 1, max: 60_000 }),
  cron: fc.constant(null),
  timeZone: fc.constant('UTC'),
  anchorAt: instant,
});

describe('an interval', () => {
  test('falls due on its grid alone, strictly after the time asked about, and skips nothing', () => {
    fc.assert(
      fc.property(interval, instant, (row, after) => {
        const period = row.intervalMinutes * MINUTE;
        const next = nextTime(row, after)?.getTime() ?? Number.NaN;
        expect((next - row.anchorAt.getTime()) % period).toBe(0);
        expect(next).toBeGreaterThan(after.getTime());
        expect(next).toBeGreaterThanOrEqual(row.anchorAt.getTime());
        const before = next - period;
        expect(before <= after.getTime() || before < row.anchorAt.getTime()).toBe(true);
      }),
    );
  });

  test('keeps its grid however late each occurrence is looked at', () => {
    fc.assert(
      fc.property(
        interval,
        fc.array(fc.integer({ min: 0, max: 3 * DAY }), { maxLength: 50 }),
        (row, delays) => {
          let time = row.anchorAt;
          for (const late of delays) time = nextTime(row, new Date(time.getTime() + late)) ?? time;
          expect((time.getTime() - row.anchorAt.getTime()) % (row.intervalMinutes * MINUTE)).toBe(0);
        },
      ),
    );
  });
});

// Zones with a shift of an hour, of half an hour, at midnight, south of the equator, abolished, and none at all.
const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/Santiago',
  'America/Sao_Paulo',
  'Asia/Tehran',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'UTC',
] as const;

const clocks = new Map(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('sv', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    }),
  ]),
);

/** The wall clock of a zone: `2026-03-29 03:00`. */
const wall = (time: Date, timeZone: (typeof ZONES)[number]) => clocks.get(timeZone)?.format(time) ?? '';
const daily = (hour: number, minute: number, timeZone: string): RhythmRow => ({
  intervalMinutes: null,
  cron: `${minute} ${hour} * * *`,
  timeZone,
  anchorAt: new Date(EARLIEST),
});
const minuteOfDay = (clock: string) => Number(clock.slice(11, 13)) * 60 + Number(clock.slice(14, 16));
const dayAfter = (date: string) => new Date(Date.parse(`${date}T00:00Z`) + DAY).toISOString().slice(0, 10);

/** The days of two years on which a zone's offset has changed since the day before. */
const shifts = (zone: (typeof ZONES)[number]): number[] => {
  const days = Array.from({ length: 730 }, (_, day) => Date.UTC(2026, 0, 1) + day * DAY);
  const offsets = days.map((day) => minuteOfDay(wall(new Date(day), zone)));
  return days.filter((_, index) => index > 0 && offsets[index] !== offsets[index - 1]);
};
const zoneAndTime = fc.oneof(
  ...ZONES.map((zone) => {
    const near = shifts(zone).map((day) => fc.integer({ min: day - 3 * DAY, max: day }));
    return fc.tuple(fc.constant(zone), near.length > 0 ? fc.oneof(...near) : instant.map(Number));
  }),
);

describe('A21 a daily cron', () => {
  test('comes exactly once each local day, at its time or, where that does not exist, just after the gap', () => {
    fc.assert(
      fc.property(
        zoneAndTime,
        fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 23 })),
        fc.nat({ max: 59 }),
        ([zone, from], hour, minute) => {
          const clock = nextTimes(daily(hour, minute, zone), new Date(from), 5).map((time) =>
            wall(time, zone),
          );
          for (const [index, at] of clock.entries()) {
            const before = clock[index - 1];
            if (before) expect(at.slice(0, 10)).toBe(dayAfter(before.slice(0, 10)));
            const late = minuteOfDay(at) - (hour * 60 + minute);
            expect(late).toBeGreaterThanOrEqual(0);
            expect(late).toBeLessThanOrEqual(60);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test.each([
    ['Europe/Paris', 2, 30, '2026-03-28T12:00Z', '2026-03-29T01:00:00.000Z'],
    ['America/New_York', 2, 30, '2026-03-07T12:00Z', '2026-03-08T07:00:00.000Z'],
    ['Australia/Lord_Howe', 2, 15, '2026-10-03T12:00Z', '2026-10-03T15:30:00.000Z'],
    ['Africa/Cairo', 0, 30, '2026-04-23T12:00Z', '2026-04-23T22:00:00.000Z'],
  ])(
    'in %s at %i:%i, a time that does not exist, comes as the clock jumps',
    (zone, hour, minute, from, due) => {
      expect(nextTime(daily(hour, minute, zone), new Date(from))?.toISOString()).toBe(due);
    },
  );

  test.each([
    ['Europe/Paris', 2, 30, '2026-10-24T12:00Z', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', 1, 30, '2026-10-31T12:00Z', '2026-11-01T05:30:00.000Z'],
    ['Australia/Lord_Howe', 1, 45, '2026-04-04T12:00Z', '2026-04-04T14:45:00.000Z'],
  ])(
    'in %s at %i:%i, a time that exists twice, comes the first time alone',
    (zone, hour, minute, from, due) => {
      const [first, second] = nextTimes(daily(hour, minute, zone), new Date(from), 2);
      expect(first?.toISOString()).toBe(due);
      expect((second?.getTime() ?? 0) - (first?.getTime() ?? 0)).toBeGreaterThanOrEqual(DAY);
    },
  );
});

test('a cron is strictly increasing, and starting anywhere between two of its times leads to the second', () => {
  const crons = ['*/5 * * * *', '17 * * * *', '0 9-17 * * 1-5', '30 2 1 * *', '*/15 0-4 * * 0', '0 0 29 2 *'];
  fc.assert(
    fc.property(
      fc.constantFrom(...crons),
      fc.constantFrom(...ZONES),
      instant,
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (cron, timeZone, from, part) => {
        const row = { intervalMinutes: null, cron, timeZone, anchorAt: new Date(EARLIEST) };
        const times = nextTimes(row, from, 4);
        let before = from;
        for (const time of times) {
          expect(time.getTime()).toBeGreaterThan(before.getTime());
          const gap = time.getTime() - before.getTime();
          const between = new Date(before.getTime() + Math.floor(part * gap));
          expect(nextTime(row, between)?.getTime()).toBe(time.getTime());
          before = time;
        }
        expect(times).toHaveLength(4);
      },
    ),
    { numRuns: 60 },
  );
});

test('nothing falls due before the anchor, whatever the rhythm; a time equal to it counts', () => {
  fc.assert(
    fc.property(instant, instant, (anchorAt, after) => {
      const row = { intervalMinutes: null, cron: '* * * * *', timeZone: 'UTC', anchorAt };
      expect(nextTime(row, after)?.getTime()).toBeGreaterThanOrEqual(anchorAt.getTime());
      const whole = new Date(Math.floor(anchorAt.getTime() / MINUTE) * MINUTE);
      expect(nextTime({ ...row, anchorAt: whole }, new Date(0))).toEqual(whole);
    }),
  );
});
