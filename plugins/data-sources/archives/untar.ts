import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Extract, extract } from 'tar-stream';
import { YardmasterError } from '@/lib/plugins';
import type { Unpacking } from './archive';
import { MAX_ENTRIES, MAX_UNPACKED_BYTES } from './archive-limits';

/** Unpacks a tar archive, gzipped or not. */
export async function untar(archive: string, unpacking: Unpacking): Promise<void> {
  const tar = extract();
  const gunzip = (await isGzip(archive)) ? [createGunzip()] : [];
  const steps = [createReadStream(archive), ...gunzip, limited(), tar];
  const reading = pipeline(steps, { signal: unpacking.signal });
  // What an entry fails with is the story; that the reading then breaks off is only its echo.
  const [entries, bytes] = await Promise.allSettled([takeEntries(tar, unpacking), reading]);
  unpacking.signal.throwIfAborted();
  for (const { reason } of [entries, bytes].filter((each) => each.status === 'rejected')) {
    if (reason instanceof YardmasterError) throw reason;
  }
  for (const { reason } of [bytes, entries].filter((each) => each.status === 'rejected'))
    throw broken(reason);
}

async function takeEntries(tar: Extract, { into, rename, log, progress }: Unpacking): Promise<void> {
  let count = 0;
  for await (const entry of tar) {
    if (++count > MAX_ENTRIES) {
      throw new YardmasterError('limit_exceeded', 'The tar archive has more entries than can be read.');
    }
    const { name, type, size = 0 } = entry.header;
    if (type === 'file' || type === 'contiguous-file') {
      const path = rename(name);
      if (!into.ignores(path)) {
        into.assertFits(path, size);
        await into.write(path, entry as AsyncIterable<Uint8Array>);
        await progress(count, count, path);
      }
    } else if (type !== 'directory') log.warning('Left out %s: it is neither a file nor a folder', name);
    entry.resume();
  }
}

function broken(cause: unknown): Error {
  // A full disk is not the archive's fault.
  if (cause instanceof Error && 'syscall' in cause) return cause;
  const why = cause instanceof Error ? cause.message : String(cause);
  return new YardmasterError('invalid_input', `The tar archive is broken: ${why}.`, { cause });
}

function limited(): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes <= MAX_UNPACKED_BYTES) done(null, chunk);
      else done(new YardmasterError('limit_exceeded', 'The tar archive unpacks to more than 1 GB.'));
    },
  });
}

async function isGzip(archive: string): Promise<boolean> {
  const file = await open(archive);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.readUInt16BE(0) === 0x1f8b;
  } finally {
    await file.close();
  }
}
