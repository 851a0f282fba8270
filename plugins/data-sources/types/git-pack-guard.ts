import { setImmediate as breath } from 'node:timers/promises';
import { inflateSync } from 'node:zlib';
import { YardmasterError } from '@/lib/plugins';
import { formatBytes } from '../format-bytes';

const PACK_LIMITS = { objectBytes: 200_000_000, totalBytes: 2_000_000_000 };
type PackLimits = typeof PACK_LIMITS;

const BREATH_EVERY_BYTES = 4_000_000;
const OFS_DELTA = 6;
const REF_DELTA = 7;

/**
 * Reads through a packfile before isomorphic-git does, which would unpack whatever comes: a few kB can claim to be
 * gigabytes, as one object or as a chain of deltas. Gives the event loop its turn and stops when aborted.
 * @throws YardmasterError when the pack is broken or its objects are larger than the limits.
 */
export async function assertPackIsSane(
  pack: Buffer,
  signal: AbortSignal,
  limits: PackLimits = PACK_LIMITS,
): Promise<void> {
  if (pack.length < 32) return;
  let at = 12;
  let total = 0;
  let sinceBreath = 0;
  for (let left = pack.readUInt32BE(8); left > 0; left--) {
    const object = readObject(pack, at, limits.objectBytes);
    at = object.end;
    total += object.bytes;
    sinceBreath += object.bytes;
    if (total > limits.totalBytes) {
      throw tooLarge(`objects of more than ${formatBytes(limits.totalBytes)} together`);
    }
    if (sinceBreath < BREATH_EVERY_BYTES) continue;
    sinceBreath = 0;
    await breath();
    signal.throwIfAborted();
  }
}

/** The size of the object at an offset, deltas applied, and where the next one begins. */
function readObject(pack: Buffer, start: number, maxBytes: number): { bytes: number; end: number } {
  const header = readVarint(pack, start, 4);
  const type = ((pack[start] ?? 0) >> 4) & 7;
  let at = header.end;
  if (type === REF_DELTA) at += 20;
  if (type === OFS_DELTA) at = readVarint(pack, at, 7).end;
  if (header.value > maxBytes) throw tooLarge(`an object of ${formatBytes(header.value)}`);
  const { buffer, engine } = inflate(pack.subarray(at), header.value);
  if (buffer.length !== header.value) throw broken();
  const end = at + engine.bytesWritten;
  if (type !== OFS_DELTA && type !== REF_DELTA) return { bytes: buffer.length, end };
  const target = readVarint(buffer, readVarint(buffer, 0, 7).end, 7).value;
  if (target > maxBytes) throw tooLarge(`an object of ${formatBytes(target)}`);
  return { bytes: target, end };
}

function inflate(input: Buffer, size: number): { buffer: Buffer; engine: { bytesWritten: number } } {
  try {
    const options = { info: true, maxOutputLength: Math.max(size, 1) };
    return inflateSync(input, options) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
  } catch (cause) {
    throw broken(cause);
  }
}

function readVarint(bytes: Buffer, start: number, firstBits: number): { value: number; end: number } {
  let byte = bytes[start] ?? 0;
  let value = byte & (2 ** firstBits - 1);
  let scale = 2 ** firstBits;
  let at = start + 1;
  while (byte & 0x80) {
    byte = bytes[at++] ?? 0;
    value += (byte & 0x7f) * scale;
    scale *= 128;
    if (at - start > 9) throw broken();
  }
  return { value, end: at };
}

function tooLarge(what: string): YardmasterError {
  return new YardmasterError(
    'limit_exceeded',
    `The repository sends ${what}; that is more than a source may hold.`,
  );
}

function broken(cause?: unknown): YardmasterError {
  return new YardmasterError('unavailable', 'The repository sends a broken packfile.', { cause });
}
