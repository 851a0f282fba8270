import { expect, it, vi } from 'vitest';
import { loop } from './loop';

const started = (pass: () => Promise<number | undefined>, everyMs?: number) => {
  const errors: unknown[] = [];
  return { errors, ...loop({ everyMs, pass, onError: (error) => errors.push(error) }) };
};

it('without a pace passes at once and whenever woken, and never by itself', async () => {
  vi.useFakeTimers();
  const pass = vi.fn(async () => undefined);
  const { wake, stop } = started(pass);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(pass).toHaveBeenCalledTimes(1);
  wake();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(pass).toHaveBeenCalledTimes(2);
  await stop();
  vi.useRealTimers();
});

it('passes again when a pass says so, with a pace or without', async () => {
  vi.useFakeTimers();
  for (const everyMs of [undefined, 1_000]) {
    const pass = vi.fn(async () => (pass.mock.calls.length < 3 ? 50 : undefined));
    const { stop } = started(pass, everyMs);
    await vi.advanceTimersByTimeAsync(150);
    expect(pass).toHaveBeenCalledTimes(3);
    await stop();
  }
  vi.useRealTimers();
});

it('goes on after a pass that failed', async () => {
  vi.useFakeTimers();
  const pass = vi.fn(async () => Promise.reject(new Error('away')));
  const { errors, stop } = started(pass, 1_000);
  await vi.advanceTimersByTimeAsync(2_500);
  expect(errors).toHaveLength(3);
  await stop();
  vi.useRealTimers();
});
