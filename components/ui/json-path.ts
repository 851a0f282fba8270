/** A step into a value: the name of a field, or the index of an element. */
export type JsonStep = string | number;

const PLAIN = /^[A-Za-z_$][\w$]*$/;

/** A path as JavaScript would write it: `options.limits[2]["odd name"]`. */
export function jsonPath(steps: readonly JsonStep[]): string {
  return steps
    .map((step, at) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!PLAIN.test(step)) return `[${JSON.stringify(step)}]`;
      return at === 0 ? step : `.${step}`;
    })
    .join('');
}

const LONG_TEXT = 300;
const SHOWN_TEXT = 200;

/** The value with long strings cut, saying how long they are: a tree shows the shape, raw shows everything. */
export function shortened(value: unknown): unknown {
  if (typeof value === 'string' && value.length > LONG_TEXT)
    return `${value.slice(0, SHOWN_TEXT)}… (${value.length.toLocaleString('en-GB')} characters)`;
  if (Array.isArray(value)) return value.map(shortened);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shortened(each)]));
  return value;
}

const MANY = 30;
const DEEP = 3;

/** Whether a part of a value is open at first: not too deep, and not so large that it would fill the page. */
export const startsOpen = (level: number, value: unknown): boolean =>
  level === 0 ? sizeOf(value) <= 10 * MANY : level < DEEP && sizeOf(value) <= MANY;

/** Lines that the tree takes as it first stands. */
export function openLines(value: unknown, level = 0): number {
  if (typeof value !== 'object' || value === null || sizeOf(value) === 0) return 1;
  if (!startsOpen(level, value)) return 1;
  return Object.values(value).reduce((lines: number, each) => lines + openLines(each, level + 1), 2);
}

const sizeOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
