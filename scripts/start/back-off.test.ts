import { expect, it } from 'vitest';
import { BackOff } from './back-off';

it('doubles from one second to thirty', () => {
  const backOff = new BackOff();
  const waits = Array.from({ length: 7 }, () => backOff.after(10));
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

it('begins anew after a long life', () => {
  const backOff = new BackOff();
  for (let crash = 0; crash < 6; crash++) backOff.after(10);
  expect(backOff.after(31_000)).toBe(1000);
  expect(backOff.after(10)).toBe(2000);
});
