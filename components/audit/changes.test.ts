import { expect, it } from 'vitest';
import { changesOf } from './changes';

it('tells what changed, both sides, and leaves out what stayed', () => {
  expect(
    changesOf(
      { intervalMinutes: 60, queue: 'low', cron: null },
      { intervalMinutes: 15, queue: 'low', cron: null },
    ),
  ).toEqual([{ name: 'interval minutes', before: '60', after: '15' }]);
});

it('tells what came and what went', () => {
  expect(changesOf({ paused: false }, { paused: true, reason: 'The yard is full' })).toEqual([
    { name: 'paused', before: 'no', after: 'yes' },
    { name: 'reason', before: null, after: 'The yard is full' },
  ]);
  expect(changesOf({ name: 'Nightly' }, null)).toEqual([{ name: 'name', before: 'Nightly', after: null }]);
  expect(changesOf(null, null)).toEqual([]);
});

it('tells nothing apart from null, and nested values whole', () => {
  expect(changesOf({ limit: null }, { limit: 3, tags: ['a'] })).toEqual([
    { name: 'limit', before: 'none', after: '3' },
    { name: 'tags', before: null, after: '["a"]' },
  ]);
});
