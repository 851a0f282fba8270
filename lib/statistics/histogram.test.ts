import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addTo, bucketOf, type Histogram, percentileOf } from './histogram';

const MONTH_MS = 30 * 86_400_000;
const durations = fc.array(fc.double({ min: 1, max: MONTH_MS, noNaN: true }), {
  minLength: 1,
  maxLength: 200,
});
const shares = fc.constantFrom(0.5, 0.95, 0.99, 1);
const FACTOR = 2 ** 0.25 + 1e-9;

function histogramOf(values: readonly number[]): Histogram {
  const histogram: Histogram = new Map();
  for (const value of values) addTo(histogram, bucketOf(value));
  return histogram;
}

test('a percentile is within one bucket of the true one', () => {
  fc.assert(
    fc.property(durations, shares, (values, share) => {
      const sorted = values.toSorted((a, b) => a - b);
      const truth = sorted[Math.ceil(values.length * share) - 1] ?? Number.NaN;
      const told = percentileOf(histogramOf(values), share) ?? Number.NaN;
      expect(told / truth).toBeLessThanOrEqual(FACTOR);
      expect(truth / told).toBeLessThanOrEqual(FACTOR);
    }),
  );
});

test('histograms added up tell the same as one of everything', () => {
  fc.assert(
    fc.property(durations, durations, shares, (first, second, share) => {
      const sum = histogramOf(first);
      for (const [bucket, count] of histogramOf(second)) addTo(sum, bucket, count);
      expect(percentileOf(sum, share)).toBe(percentileOf(histogramOf([...first, ...second]), share));
    }),
  );
});

test('percentiles never fall as the share grows', () => {
  fc.assert(
    fc.property(durations, (values) => {
      const [p50 = 0, p95 = 0, p99 = 0] = [0.5, 0.95, 0.99].map(
        (share) => percentileOf(histogramOf(values), share) ?? 0,
      );
      expect(p50).toBeLessThanOrEqual(p95);
      expect(p95).toBeLessThanOrEqual(p99);
    }),
  );
});

test('nothing has no percentile; nothing is too short or too long for a bucket', () => {
  expect(percentileOf(new Map(), 0.5)).toBeNull();
  expect([-5, 0, 0.2, 1].map(bucketOf)).toEqual([0, 0, 0, 0]);
  expect(bucketOf(1e15)).toBe(bucketOf(1e12));
});
