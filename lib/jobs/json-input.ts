import { YardmasterError } from '@/lib/errors';

export const MAX_ARGS_BYTES = 1024 * 1024;
export const MAX_RESULT_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 200;

/**
 * The JSON text of a value, if Postgres can store exactly that value: plain data, at most `maxBytes` of UTF-8,
 * nested at most 200 levels, its texts without NUL and lone surrogates.
 * @throws YardmasterError `invalid_input` that names `what` and says what was expected and what came.
 */
export function jsonText(what: string, value: unknown, maxBytes: number): string {
  checkDepth(what, value);
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (cause) {
    throw refused(
      what,
      `it cannot be written as JSON (${cause instanceof Error ? cause.message : String(cause)})`,
      cause,
    );
  }
  if (text === undefined) throw refused(what, `expected plain data, got ${typeof value}`);
  // A backslash may itself be escaped: only an odd number of them begins an escape.
  if (/(?<!\\)(?:\\\\)*\\u0000/.test(text))
    throw refused(what, 'a text in it holds a NUL character, which Postgres cannot store');
  if (/(?<!\\)(?:\\\\)*\\ud[89a-f]/i.test(text))
    throw refused(what, 'a text in it holds a lone surrogate, which is not valid Unicode');
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) throw refused(what, `expected at most ${maxBytes} bytes of JSON, got ${bytes}`);
  return text;
}

function refused(what: string, why: string, cause?: unknown): YardmasterError {
  return new YardmasterError('invalid_input', `${what} cannot be stored: ${why}.`, { cause });
}

/** Walks without recursion: what comes here may be nested deeper than the stack allows. */
function checkDepth(what: string, value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw refused(what, `it is nested deeper than ${MAX_DEPTH} levels`);
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      for (const child of Object.values(item))
        if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
}

/** Replaces what Postgres text cannot hold, for texts that must be kept whatever they are, and cuts at `max` characters. */
export function storableText(text: string, max: number): string {
  const clean = text.replaceAll('\0', '\u2400').toWellFormed();
  return clean.length <= max
    ? clean
    : `${clean.slice(0, max)}… [truncated: ${clean.length} characters, ${max} kept]`;
}
