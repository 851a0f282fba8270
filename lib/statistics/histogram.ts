/**
 * How often a duration fell into which bucket. Buckets are log-spaced, four to a doubling, so histograms can be added up and
 * still tell percentiles: each within a factor of 2^(1/4) (19 %) of the true one, from a millisecond to a month.
 */
export type Histogram = Map<number, number>;

const PER_DOUBLING = 4;
/** Holds everything of a month or more. */
const LAST_BUCKET = 126;

/** The bucket of a duration in milliseconds: bucket 0 up to 1 ms, bucket n up to 2^(n/4) ms. */
export function bucketOf(ms: number): number {
  return ms <= 1 ? 0 : Math.min(LAST_BUCKET, Math.ceil(Math.log2(ms) * PER_DOUBLING));
}

/** The longest duration that a bucket holds, in milliseconds. */
const upperBound = (bucket: number): number => 2 ** (bucket / PER_DOUBLING);

/** Adds to a histogram, in place. */
export function addTo(histogram: Histogram, bucket: number, count = 1): void {
  histogram.set(bucket, (histogram.get(bucket) ?? 0) + count);
}

/**
 * The duration that so many of all (0 < `share` <= 1) did not exceed, in milliseconds; interpolated within its bucket. Null
 * of an empty histogram.
 */
export function percentileOf(histogram: Histogram, share: number): number | null {
  let total = 0;
  for (const count of histogram.values()) total += count;
  const rank = Math.ceil(total * share);
  let below = 0;
  for (const bucket of [...histogram.keys()].sort((a, b) => a - b)) {
    const count = histogram.get(bucket) ?? 0;
    if (below + count >= rank && count > 0) {
      const upper = upperBound(bucket);
      if (bucket === 0) return (upper * (rank - below)) / count;
      // The middle of its share of the bucket, on the same scale as the buckets themselves.
      return upperBound(bucket - 1) * (upper / upperBound(bucket - 1)) ** ((rank - below - 0.5) / count);
    }
    below += count;
  }
  return null;
}
