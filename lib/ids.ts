import { randomFillSync } from 'node:crypto';

const random = Buffer.alloc(4096);
let used = random.length;
let lastMs = 0;
let counter = 0;

/**
 * A uuid version 7 (RFC 9562, method 1): 48 bits of Unix milliseconds, then a 12-bit counter within the
 * millisecond, so that ids of one process sort in the order they were made, also within a bulk.
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMs++;
    counter = 0;
  }
  if (used + 8 > random.length) {
    randomFillSync(random);
    used = 0;
  }
  random[used] = ((random[used] ?? 0) & 0x3f) | 0x80;
  const hex = random.toString('hex', used, used + 8);
  used += 8;
  const ms = lastMs.toString(16).padStart(12, '0');
  const seq = counter.toString(16).padStart(3, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${seq}-${hex.slice(0, 4)}-${hex.slice(4)}`;
}
