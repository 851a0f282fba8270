import type { QueryKey } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Refresher } from './refresher';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A refresher whose refreshes are written down, each ending when `finish` is called. */
function recorded() {
  const begun: QueryKey[] = [];
  const open: (() => void)[] = [];
  const refresher = new Refresher((key) => {
    begun.push(key);
    return new Promise<void>((resolve) => open.push(resolve));
  }, 1000);
  const finish = async () => {
    for (const resolve of open.splice(0)) resolve();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { refresher, begun, finish };
}

it('refreshes at once, then at most once a second, and never loses the last touch', async () => {
  const { refresher, begun, finish } = recorded();
  for (let touch = 0; touch < 100; touch += 1) refresher.touch(['jobs']);
  expect(begun).toEqual([['jobs']]);
  await finish();
  expect(begun).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(begun).toHaveLength(2);
  await finish();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(begun).toHaveLength(2);
});

it('waits for a refresh that takes longer than a second', async () => {
  const { refresher, begun, finish } = recorded();
  refresher.touch(['jobs']);
  refresher.touch(['jobs']);
  await vi.advanceTimersByTimeAsync(5000);
  expect(begun).toHaveLength(1);
  await finish();
  expect(begun).toHaveLength(2);
});

it('one slow key does not hold up another', async () => {
  const { refresher, begun } = recorded();
  refresher.touch(['jobs']);
  refresher.touch(['log', '1']);
  expect(begun).toEqual([['jobs'], ['log', '1']]);
});
