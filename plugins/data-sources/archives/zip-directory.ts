import type { FileHandle } from 'node:fs/promises';
import { YardmasterError } from '@/lib/plugins';
import { MAX_ENTRIES } from './archive-limits';

/** One file of a zip archive, as its central directory tells. */
export interface ZipEntry {
  readonly path: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly isLink: boolean;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const MAX_COMMENT_BYTES = 65_535;
const MAX_DIRECTORY_BYTES = 64_000_000;
const UNIX = 3;
const LINK = 0o120000;
const FILE_TYPE = 0o170000;

/** Reads the central directory at the end of a zip archive. @throws YardmasterError when the archive is broken or too large. */
export async function readZipDirectory(file: FileHandle): Promise<ZipEntry[]> {
  const { size } = await file.stat();
  const tail = await readAt(
    file,
    Math.max(0, size - END_BYTES - MAX_COMMENT_BYTES),
    Math.min(size, END_BYTES + MAX_COMMENT_BYTES),
  );
  const end = findEnd(tail);
  const count = tail.readUInt16LE(end + 10);
  const bytes = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  // Downloads end far below 4 GB, so what only zip64 can say is refused together with too much of it.
  if (count === 0xffff || start === 0xffffffff || count > MAX_ENTRIES || bytes > MAX_DIRECTORY_BYTES) {
    throw new YardmasterError('limit_exceeded', 'The zip archive has more entries than can be read.');
  }
  const directory = await readAt(file, start, bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    const { entry, next } = readEntry(directory, at);
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** Reads exactly so many bytes. @throws YardmasterError when the archive ends before. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw brokenZip('it ends too early');
  return buffer;
}

export function brokenZip(why: string, cause?: unknown): YardmasterError {
  return new YardmasterError('invalid_input', `The zip archive is broken: ${why}.`, { cause });
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (
      tail.readUInt32LE(at) === END_SIGNATURE &&
      at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length
    )
      return at;
  }
  throw brokenZip('its directory is missing');
}

function readEntry(directory: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE) {
    throw brokenZip('its directory cannot be read');
  }
  const nameAt = at + ENTRY_BYTES;
  const nameEnd = nameAt + directory.readUInt16LE(at + 28);
  const next = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  const flags = directory.readUInt16LE(at + 8);
  const mode = directory.readUInt8(at + 5) === UNIX ? directory.readUInt16LE(at + 40) : 0;
  const entry: ZipEntry = {
    // Some programs for Windows write backslashes; no archive means them as part of a name.
    path: directory.toString('utf8', nameAt, nameEnd).replaceAll('\\', '/'),
    method: directory.readUInt16LE(at + 10),
    encrypted: (flags & 1) !== 0,
    isLink: (mode & FILE_TYPE) === LINK,
    crc32: directory.readUInt32LE(at + 16),
    packedBytes: directory.readUInt32LE(at + 20),
    bytes: directory.readUInt32LE(at + 24),
    offset: directory.readUInt32LE(at + 42),
  };
  return { entry, next };
}
