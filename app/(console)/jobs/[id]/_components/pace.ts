/** Before this long a rate is a guess, and what remains a guess about a guess. */
const TELLING_MS = 10_000;

/** How fast a job goes, on average over its attempt. Rate in steps a second; remaining in milliseconds. */
export interface Pace {
  perSecond: number;
  remainingMs: number | null;
}

/** The pace of an attempt that has done `done` of `total` steps in `elapsedMs`; null while nothing honest can be said. */
export function paceOf(done: number | null, total: number | null, elapsedMs: number): Pace | null {
  if (done === null || done <= 0 || elapsedMs < TELLING_MS) return null;
  const perSecond = done / (elapsedMs / 1000);
  const isWithin = total !== null && done < total;
  return { perSecond, remainingMs: isWithin ? ((total - done) / perSecond) * 1000 : null };
}

/** A rate in the unit that needs no zero before it: `4.2 a second`, `38 a minute`, `5 an hour`. */
export function rateText(perSecond: number): string {
  if (perSecond >= 1) return `${short(perSecond)} a second`;
  if (perSecond * 60 >= 1) return `${short(perSecond * 60)} a minute`;
  return `${short(perSecond * 3600)} an hour`;
}

const short = (rate: number): string =>
  rate < 10 ? String(Math.round(rate * 10) / 10) : Math.round(rate).toLocaleString('en-GB');
