import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SharedReads } from './shared-reads';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const BETWEEN_MS = 1_000;
const FOR_MS = 4_000;

/** Shared reads of a counter: each read gives the next number. */
function counting() {
  const shared = new SharedReads(BETWEEN_MS);
  let reads = 0;
  return { shared, ask: (key = 'a') => shared.read(key, FOR_MS, async () => ++reads) };
}

test('two hundred who ask at once, or soon after, share one read', async () => {
  const { ask } = counting();
  expect(new Set(await Promise.all(Array.from({ length: 200 }, () => ask())))).toEqual(new Set([1]));
  vi.advanceTimersByTime(FOR_MS - 1);
  expect(await ask()).toBe(1);
  vi.advanceTimersByTime(1);
  expect(await ask()).toBe(2);
});

test('what was read before a change is for nobody who asks after it', async () => {
  const { shared, ask } = counting();
  expect(await ask()).toBe(1);
  vi.advanceTimersByTime(BETWEEN_MS);
  shared.forget();
  expect(await ask()).toBe(2);
  expect(await ask()).toBe(2);
});

test('what keeps changing is read once in a while: all who ask meanwhile wait for the same read', async () => {
  const { shared, ask } = counting();
  await ask();
  const waiting = Array.from({ length: 200 }, () => {
    shared.forget();
    return ask();
  });
  await vi.advanceTimersByTimeAsync(BETWEEN_MS);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set([2]));
});

test('other keys are other reads, and a failure is not kept', async () => {
  const { shared, ask } = counting();
  expect([await ask('a'), await ask('b')]).toEqual([1, 2]);
  const fails = () => shared.read('c', FOR_MS, () => Promise.reject(new Error('away')));
  await expect(fails()).rejects.toThrow('away');
  expect(await shared.read('c', FOR_MS, async () => 'back')).toBe('back');
});
