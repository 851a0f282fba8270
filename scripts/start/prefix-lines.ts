import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';

/** Passes each line of `from` on to `to` behind a prefix; an empty line stays out. */
export function prefixLines(from: Readable, to: Writable, prefix: string): void {
  createInterface({ input: from, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
    if (stripVTControlCharacters(line).trim() !== '') to.write(`${prefix}${line}\n`);
  });
}
