import { expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { bundled, bundleSize, contentOf, parseBundle } from './bundle';

const messages = Array.from({ length: 5 }, (_, dispatchNo) => ({ jobId: newId(), dispatchNo }));

test('a bundle is read back from its id and content', () => {
  for (const bundle of [...bundled(messages), ...bundled(messages, 2)])
    expect(parseBundle(bundle.id, contentOf(bundle))).toEqual(bundle);
  expect(bundled(messages, 2).flatMap((bundle) => bundle.messages)).toEqual(messages);
});

test('the same messages have the same id, others another', () => {
  const [bundle] = bundled(messages, 5);
  expect(bundled(messages, 5)[0]?.id).toBe(bundle?.id);
  expect(bundled(messages.slice(0, 4), 5)[0]?.id).not.toBe(bundle?.id);
  expect(bundled(messages.toReversed(), 5)[0]?.id).not.toBe(bundle?.id);
});

test('what is none of ours is told from a bundle', () => {
  expect(parseBundle('17', undefined)).toBeNull();
  expect(parseBundle('17', { any: 'thing' })).toBeNull();
  expect(parseBundle(`${newId()}-0+abc`, 'neither,nor')).toBeNull();
});

test('only a deep backlog is bundled', () => {
  expect([0, 1, 127, 128, 640, 1e6].map(bundleSize)).toEqual([1, 1, 1, 2, 10, 64]);
});
