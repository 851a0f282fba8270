import { createHash } from 'node:crypto';
import type { JobReason } from '../status';

/** Characters of an error's first line that tell one failure from another. */
const MAX_MESSAGE = 500;
/** Hexadecimal digits of a fingerprint. */
const DIGITS = 16;

/** With these the reason says it all: the message only repeats figures. */
const TOLD_BY_REASON: ReadonlySet<JobReason> = new Set(['timed_out', 'worker_lost', 'unknown_runner']);

/** What differs from one occurrence of a failure to the next, in the order in which it is looked for. */
const VARIABLE: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'`<>)\]]+/gi, '<url>'],
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, '<email>'],
  [/"[^"]*"|`[^`]*`|“[^”]*”|(?<!\w)'[^']*'(?!\w)/g, '<text>'],
  [/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '<id>'],
  [/\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?/g, '<time>'],
  [/(?<![\w<])(?:[a-z]:)?(?:[\\/][\w.@ -]*\w){2,}[\\/]?/gi, '<path>'],
  [/\[[0-9a-f:]*:[0-9a-f:.]*\](?::\d+)?/gi, '<host>'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '<host>'],
  [/\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*\.[a-z][a-z0-9-]{0,62}(?::\d+)?\b/g, '<host>'],
  [/\blocalhost(?::\d+)?\b/gi, '<host>'],
  [/\b(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{8,}\b/gi, '<id>'],
  // A status or an exit code says what happened: such numbers stay.
  [/(?<!\d)(?<!\b(?:http|status|code|answered|returned|responded)[ :/=]{1,3})\d+(?:[.,]\d+)*/gi, '<n>'],
  [/\s+/g, ' '],
];

/** The first line of an error with what differs between two occurrences of the same failure replaced by what it is. */
export function normaliseMessage(error: string): string {
  const line = (error.split('\n', 1)[0] ?? '').slice(0, MAX_MESSAGE);
  return VARIABLE.reduce((text, [pattern, kind]) => text.replace(pattern, kind), line).trim();
}

/** The uppermost frame that is no library's and not Node's: function and file, without line numbers, which move. */
export function ownFrame(stack: string | null): string {
  const frames = stack?.match(/^\s+at .+$/gm) ?? [];
  const own = frames.find((frame) => !/node_modules|node:|<anonymous>|\bnative\b/.test(frame)) ?? '';
  return own
    .trim()
    .replace(/^at (?:async )?/, '')
    .replace(/:\d+:\d+(?=\)?$)/, '');
}

/**
 * What jobs have in common that fail in the same way: the same for the same runner, message (but for numbers, ids, quoted
 * text, times, paths and hosts) and place in the code. 16 hexadecimal digits.
 */
export function fingerprintOf(failure: {
  runner: string;
  reason: JobReason | null;
  error: string | null;
  stack: string | null;
}): string {
  const { runner, reason, error, stack } = failure;
  const told = reason !== null && TOLD_BY_REASON.has(reason);
  return hash(runner, told ? reason : `${normaliseMessage(error ?? '')}\n${ownFrame(stack)}`);
}

const hash = (runner: string, key: string): string =>
  createHash('sha256').update(`${runner}\n${key}`).digest('hex').slice(0, DIGITS);

/** `fingerprintOf` as SQL, for a reason that says it all; `runner` is an expression. */
export const fingerprintSql = (runner: string, reason: 'worker_lost'): string =>
  `left(encode(sha256(convert_to(${runner} || E'\\n${reason}', 'UTF8')), 'hex'), ${DIGITS})`;
