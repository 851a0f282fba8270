/** Depths are counted no further than this: a backlog of ten million must not cost a second a look. */
export const DEPTH_LIMIT = 10_000;

/** A capped count as it is shown: `412`, `9,120`, `10,000+`. */
export const depthText = (count: number): string =>
  count >= DEPTH_LIMIT ? `${DEPTH_LIMIT.toLocaleString('en')}+` : count.toLocaleString('en');
