import { describe, expect, test } from 'vitest';
import { clockChangeNotes } from './clock-changes';
import { parseCron } from './cron';

const from = new Date('2026-11-24T12:00:00Z');

describe('what clock changes do to a cron expression', () => {
  test('a time that does not exist is told with when it runs instead', () => {
    expect(clockChangeNotes('30 2 * * *', 'Europe/Paris', from)).toEqual([
      '02:30 does not exist on Sun, 28 Mar 2027 in Europe/Paris: it runs at 03:00 instead.',
      '02:30 comes twice on Sun, 31 Oct 2027 in Europe/Paris: it runs the first time only.',
    ]);
    expect(parseCron('30 2 * * *', 'Europe/Paris').nextRun(new Date('2027-03-28T00:00:00Z'))).toEqual(
      new Date('2027-03-28T01:00:00Z'),
    );
  });

  test('several times of a night are told as the engine treats them', () => {
    expect(clockChangeNotes('0,30 2 * * *', 'Europe/Paris', from)).toEqual([
      '02:00 and 02:30 do not exist on Sun, 28 Mar 2027 in Europe/Paris: they are left out that day.',
      '02:00 and 02:30 come twice on Sun, 31 Oct 2027 in Europe/Paris: they run both times.',
    ]);
  });

  test.each([
    ['a zone without clock changes', '30 2 * * *', 'UTC'],
    ['a time far from the change', '30 9 * * *', 'Europe/Paris'],
    ['what comes every hour', '30 * * * *', 'Europe/Paris'],
    ['a weekday on which no clock is changed', '30 2 * * 1-5', 'Europe/Paris'],
  ])('nothing is said of %s', (_what, cron, timeZone) => {
    expect(clockChangeNotes(cron, timeZone, from)).toEqual([]);
  });

  test('a change south of the equator, by half an hour', () => {
    expect(clockChangeNotes('15 2 * * *', 'Australia/Lord_Howe', from)).toEqual([
      '02:15 does not exist on Sun, 3 Oct 2027 in Australia/Lord_Howe: it runs at 02:30 instead.',
    ]);
  });
});
