import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { fallDue, LATE_MS, MOST_CAUGHT_UP } from './fall-due';

const MINUTE = 60_000;
vi.setConfig({ testTimeout: 30_000 });
const START = Date.UTC(2026, 0, 1);

const schedule = fc.record({
  intervalMinutes: fc.integer({ min: 1, max: 3000 }),
  cron: fc.constant(null),
  timeZone: fc.constant('UTC'),
  anchorAt: fc.constant(new Date(START)),
  overlap: fc.constantFrom('skip' as const, 'queue' as const, 'allow' as const),
  catchUp: fc.constantFrom('one' as const, 'none' as const, 'all' as const),
});
type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never;
const busy = fc
  .record({ live: fc.boolean(), waits: fc.boolean() })
  .map(({ live, waits }) => ({ live, waiting: live && waits }));
const idle = { live: false, waiting: false };
/** An occurrence on the grid, and how long after it the scheduler looks. */
const scene = fc.tuple(schedule, fc.nat({ max: 500 }), fc.nat({ max: 400 * 24 * 60 * MINUTE }), busy);

const on = (row: Schedule, step: number) => new Date(START + step * row.intervalMinutes * MINUTE);
const stepOf = (row: Schedule, time: Date | null) =>
  ((time?.getTime() ?? Number.NaN) - START) / (row.intervalMinutes * MINUTE);

test('A17 what is armed next is on the grid and later than what fell due, however late that is', () => {
  fc.assert(
    fc.property(scene, ([row, step, lateMs, state]) => {
      const dueAt = on(row, step);
      const next = stepOf(row, fallDue(row, dueAt, new Date(dueAt.getTime() + lateMs), state).next);
      expect(Number.isInteger(next)).toBe(true);
      expect(next).toBeGreaterThan(step);
    }),
  );
});

describe('A22 catch-up', () => {
  test('one, none: the next time is the first after now, so that nothing is made up twice', () => {
    fc.assert(
      fc.property(scene, ([row, step, lateMs, state]) => {
        fc.pre(row.catchUp !== 'all');
        const now = new Date(on(row, step).getTime() + lateMs);
        const { next } = fallDue(row, on(row, step), now, state);
        expect(next?.getTime()).toBeGreaterThan(now.getTime());
        expect((next?.getTime() ?? 0) - now.getTime()).toBeLessThanOrEqual(row.intervalMinutes * MINUTE);
      }),
    );
  });

  test('none: missed exactly when it is late', () => {
    fc.assert(
      fc.property(scene, ([row, step, lateMs, state]) => {
        fc.pre(row.catchUp === 'none');
        const now = new Date(on(row, step).getTime() + lateMs);
        expect(fallDue(row, on(row, step), now, state).verdict === 'missed').toBe(lateMs > LATE_MS);
      }),
    );
  });

  test('all: makes up for every time after the one that fell due, or the last hundred, and then is back on the grid', () => {
    fc.assert(
      fc.property(scene, ([row, step, lateMs]) => {
        fc.pre(row.catchUp === 'all');
        const now = new Date(on(row, step).getTime() + lateMs);
        const made: number[] = [];
        let time: Date | null = on(row, step);
        while (time && time <= now && made.length <= 2 * MOST_CAUGHT_UP) {
          made.push(stepOf(row, time));
          time = fallDue(row, time, now, idle).next;
        }
        const overdue = Math.floor(lateMs / (row.intervalMinutes * MINUTE));
        expect(made).toHaveLength(1 + Math.min(overdue, MOST_CAUGHT_UP));
        // Those made up for are the newest, without a gap; the first is what fell due.
        for (const [index, one] of made.slice(1).entries())
          expect(one).toBe(step + overdue - made.length + 2 + index);
        expect(stepOf(row, time)).toBe(step + overdue + 1);
      }),
      { numRuns: 40 },
    );
  });

  test('all: a cron that comes every minute is caught up with after ten years away without walking them', () => {
    const row = {
      intervalMinutes: null,
      cron: '* * * * *',
      timeZone: 'Europe/Paris',
      anchorAt: new Date(START),
    };
    const now = new Date(START + 3650 * 24 * 60 * MINUTE);
    const { next } = fallDue({ ...row, overlap: 'skip', catchUp: 'all' }, new Date(START), now, idle);
    expect(now.getTime() - (next?.getTime() ?? 0)).toBe((MOST_CAUGHT_UP - 1) * MINUTE);
  });
});

describe('A22 overlap, for an occurrence in time', () => {
  const inTime = (row: Schedule, step: number, state: { live: boolean; waiting: boolean }) =>
    fallDue(row, on(row, step), new Date(on(row, step).getTime() + 100), state).verdict;

  test('skip: skipped while an earlier one lives, else run', () => {
    fc.assert(
      fc.property(schedule, fc.nat({ max: 500 }), busy, (row, step, state) => {
        expect(inTime({ ...row, overlap: 'skip' }, step, state)).toBe(state.live ? 'skipped_overlap' : 'run');
      }),
    );
  });

  test('queue: at most one waits', () => {
    fc.assert(
      fc.property(schedule, fc.nat({ max: 500 }), busy, (row, step, state) => {
        expect(inTime({ ...row, overlap: 'queue' }, step, state)).toBe(
          state.waiting ? 'skipped_overlap' : 'wait',
        );
      }),
    );
  });

  test('allow: always run', () => {
    fc.assert(
      fc.property(schedule, fc.nat({ max: 500 }), busy, (row, step, state) => {
        expect(inTime({ ...row, overlap: 'allow' }, step, state)).toBe('run');
      }),
    );
  });
});
