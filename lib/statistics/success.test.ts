import { expect, it } from 'vitest';
import { successOf } from './success';

it.each([
  ['100 %', 412, 0, 0],
  ['97.5 %', 39, 1, 0],
  ['66.7 %', 2, 0, 1],
  ['0 %', 0, 3, 2],
  // No rounding hides the one that failed, or the one that did not.
  ['> 99.9 %', 99_999, 1, 0],
  ['< 0.1 %', 1, 99_999, 0],
])('says %s', (said, completed, failed, errored) => {
  expect(successOf({ completed, failed, errored })).toBe(said);
});

it('says nothing where nothing ended', () => {
  expect(successOf({ completed: 0, failed: 0, errored: 0 })).toBeNull();
});
