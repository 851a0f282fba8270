import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { assertPackIsSane } from './git-pack-guard';

const BLOB = 3;
const REF_DELTA = 7;
const never = new AbortController().signal;

/** A packfile of objects with the sizes that they claim. */
function packOf(...objects: { type: number; claims: number; content: Buffer }[]): Buffer {
  const header = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  header.writeUInt32BE(objects.length, 8);
  const body = objects.flatMap(({ type, claims, content }) => [
    varint(claims, 4, type << 4),
    type === REF_DELTA ? Buffer.alloc(20) : Buffer.alloc(0),
    deflateSync(content),
  ]);
  return Buffer.concat([header, ...body, Buffer.alloc(20)]);
}

function varint(value: number, firstBits: number, flags = 0): Buffer {
  const bytes = [flags | (value % 2 ** firstBits)];
  for (let rest = Math.floor(value / 2 ** firstBits); rest > 0; rest = Math.floor(rest / 128)) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80;
    bytes.push(rest % 128);
  }
  return Buffer.from(bytes);
}

const blob = (text: string) => ({ type: BLOB, claims: text.length, content: Buffer.from(text) });

it('lets a sane pack pass', async () => {
  await assertPackIsSane(packOf(blob('one'), blob(''), blob('x'.repeat(100_000))), never);
});

it('refuses an object that claims to be huge, or is more than it claims', async () => {
  const huge = { type: BLOB, claims: 5_000_000_000, content: Buffer.alloc(10) };
  await expect(assertPackIsSane(packOf(blob('a'), huge), never)).rejects.toThrow(/sends an object of 5 GB/);
  const liar = { type: BLOB, claims: 10, content: Buffer.alloc(1_000_000) };
  await expect(assertPackIsSane(packOf(liar), never)).rejects.toThrow(/broken packfile/);
});

it('refuses a delta that unfolds to something huge', async () => {
  const delta = Buffer.concat([varint(10, 7), varint(9_000_000_000, 7), Buffer.from([0x90, 10])]);
  const object = { type: REF_DELTA, claims: delta.length, content: delta };
  await expect(assertPackIsSane(packOf(object), never)).rejects.toThrow(/sends an object of 9 GB/);
});

it('refuses many objects that are too large together', async () => {
  const limits = { objectBytes: 1000, totalBytes: 2500 };
  const large = blob('x'.repeat(1000));
  await assertPackIsSane(packOf(large, large), never, limits);
  await expect(assertPackIsSane(packOf(large, large, large), never, limits)).rejects.toThrow(
    /objects of more than 2.5 kB together/,
  );
});

it('stops when it is aborted', async () => {
  const large = { type: BLOB, claims: 5_000_000, content: Buffer.alloc(5_000_000) };
  await expect(
    assertPackIsSane(packOf(large, large), AbortSignal.abort(new Error('cancelled'))),
  ).rejects.toThrow('cancelled');
});
