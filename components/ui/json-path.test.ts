import { describe, expect, test } from 'vitest';
import { jsonPath, openLines, shortened, startsOpen } from './json-path';

test('a path is what one would write to get there', () => {
  expect(jsonPath(['options', 'limits', 2, 'pages'])).toBe('options.limits[2].pages');
  expect(jsonPath([0, 'odd name', 'a"b'])).toBe('[0]["odd name"]["a\\"b"]');
  expect(jsonPath([])).toBe('');
});

describe('a large value', () => {
  test('has its long strings cut, at any depth, and nothing else changed', () => {
    const long = 'x'.repeat(1500);
    expect(shortened({ a: [long, 'short', null, 7] })).toEqual({
      a: [`${'x'.repeat(200)}… (1,500 characters)`, 'short', null, 7],
    });
  });

  test('starts with its large and deep parts closed', () => {
    const many = Array.from({ length: 400 }, (_, n) => n);
    expect([startsOpen(0, { many }), startsOpen(1, many), startsOpen(3, { a: 1 })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('takes the lines that are open', () => {
    expect(openLines({ a: 1, b: { c: [1, 2] }, d: {} })).toBe(10);
    expect(openLines('text')).toBe(1);
  });
});
