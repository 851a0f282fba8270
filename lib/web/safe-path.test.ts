import { expect, it } from 'vitest';
import { safePath } from './safe-path';

it.each(['/', '/jobs', '/jobs?status=failed&q=a%20b', '/jobs/1#log'])('keeps %s', (path) => {
  expect(safePath(path)).toBe(path);
});

it.each([
  null,
  undefined,
  '',
  'jobs',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
])('falls back for %s', (path) => {
  expect(safePath(path)).toBe('/');
});

it('leaves no double slash in front that dots had hidden', () => {
  expect(safePath('/.//evil.example')).toBe('/evil.example');
});
