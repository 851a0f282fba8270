import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  entryAt,
  grow,
  indexWithin,
  LOG_PART,
  type LogEntry,
  type LogOutline,
  partHolding,
  partsToRead,
  tailFrom,
} from './log-outline';

const EMPTY: LogOutline = { total: 0, anchors: [], tail: [], cut: [] };
const entry = (seq: number, attempt = 1): LogEntry => ({
  attempt,
  seq,
  at: '2026-11-23T10:00:00.000Z',
  level: 'info',
  message: `${attempt}.${seq}`,
});
const entries = (count: number, from = 0) => Array.from({ length: count }, (_, at) => entry(from + at));

describe('the outline of a log', () => {
  test('grows the same however its entries come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 6 }), (sizes) => {
        let grown = EMPTY;
        for (const size of sizes) grown = grow(grown, entries(size, grown.total));
        expect(grown).toEqual(grow(EMPTY, entries(grown.total)));
        expect(grown.anchors.map(({ seq }) => seq)).toEqual(
          Array.from({ length: Math.ceil(grown.total / LOG_PART) }, (_, part) => part * LOG_PART),
        );
      }),
    );
  });

  test('keeps its newest entries and has the others read in parts', () => {
    const outline = grow(EMPTY, entries(20_000));
    expect(tailFrom(outline)).toBe(15_000);
    expect(entryAt(outline, new Map(), 19_999)?.seq).toBe(19_999);
    expect(entryAt(outline, new Map(), 300)).toBeUndefined();
    expect(entryAt(outline, new Map([[1, entries(LOG_PART, LOG_PART)]]), 300)?.seq).toBe(300);
  });

  test('asks for no part that it has', () => {
    const outline = grow(EMPTY, entries(20_000));
    expect(partsToRead(outline, 240, 260)).toEqual([0, 1]);
    expect(partsToRead(outline, 14_990, 15_010)).toEqual([59]);
    expect(partsToRead(outline, 15_000, 15_010)).toEqual([]);
    expect(partsToRead(EMPTY, 0, 10)).toEqual([]);
  });

  test('finds the part of a place, whether or not there is an entry', () => {
    const outline = grow(EMPTY, [...entries(600), ...Array.from({ length: 10 }, (_, seq) => entry(seq, 2))]);
    expect(partHolding(outline, { attempt: 1, seq: 0 })).toBe(0);
    expect(partHolding(outline, { attempt: 1, seq: 250 })).toBe(1);
    expect(partHolding(outline, { attempt: 2, seq: 3 })).toBe(2);
    expect(partHolding(outline, { attempt: 9, seq: 0 })).toBe(2);
    expect(partHolding(EMPTY, { attempt: 1, seq: 0 })).toBe(0);
  });

  test('finds a place within a part, or the next entry where a level leaves it out', () => {
    const part = [entry(10), entry(20), entry(0, 2)];
    expect(indexWithin(part, { attempt: 1, seq: 20 })).toBe(1);
    expect(indexWithin(part, { attempt: 1, seq: 21 })).toBe(2);
    expect(indexWithin(part, { attempt: 3, seq: 0 })).toBe(2);
  });
});
