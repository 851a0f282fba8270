import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { YardmasterError } from '@/lib/plugins';
import type { Unpacking } from './archive';
import { MAX_UNPACKED_BYTES } from './archive-limits';
import { brokenZip, readAt, readZipDirectory, type ZipEntry } from './zip-directory';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/** Unpacks a zip archive. Sizes are checked as announced and again as they come; each file's checksum must hold. */
export async function unzip(
  archive: string,
  { into, rename, signal, log, progress }: Unpacking,
): Promise<void> {
  const file = await open(archive);
  try {
    const entries = (await readZipDirectory(file)).filter((entry) => !entry.path.endsWith('/'));
    const announced = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    if (announced > MAX_UNPACKED_BYTES) {
      throw new YardmasterError('limit_exceeded', 'The zip archive unpacks to more than 1 GB.');
    }
    for (const [done, entry] of entries.entries()) {
      signal.throwIfAborted();
      const path = rename(entry.path);
      if (into.ignores(path)) continue;
      if (entry.isLink) {
        log.warning('Left out %s: it is a link', path);
        continue;
      }
      into.assertFits(path, entry.bytes);
      await into.write(path, content(file, entry));
      await progress(done + 1, entries.length, path);
    }
  } finally {
    await file.close();
  }
}

async function* content(file: FileHandle, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.encrypted)
    throw new YardmasterError('invalid_input', `${entry.path} is encrypted; it cannot be unpacked.`);
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new YardmasterError(
      'invalid_input',
      `${entry.path} is packed in a way (${entry.method}) that is not known here.`,
    );
  }
  const local = await readAt(file, entry.offset, LOCAL_BYTES);
  if (local.readUInt32LE(0) !== LOCAL_SIGNATURE)
    throw brokenZip(`${entry.path} is not where its directory says`);
  const start = entry.offset + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
  let bytes = 0;
  let checksum = 0;
  try {
    for await (const chunk of unpacked(file, entry, start)) {
      bytes += chunk.length;
      if (bytes > entry.bytes) break;
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof Error && 'errno' in cause)
      throw brokenZip(`${entry.path} cannot be unpacked`, cause);
    throw cause;
  }
  if (bytes !== entry.bytes) throw brokenZip(`${entry.path} does not have the size that its directory says`);
  if (checksum !== entry.crc32) throw brokenZip(`the checksum of ${entry.path} does not hold`);
}

function unpacked(file: FileHandle, entry: ZipEntry, start: number): AsyncIterable<Buffer> | Buffer[] {
  if (entry.packedBytes === 0) return [];
  const packed = file.createReadStream({ start, end: start + entry.packedBytes - 1, autoClose: false });
  if (entry.method === STORED) return packed;
  const inflate = createInflateRaw();
  pipeline(packed, inflate, () => undefined);
  return inflate;
}
