import { describe, expect, test } from 'vitest';
import { parseSearch } from './job-search';

const ID = '01a209a4-87de-7010-8d68-2266c94bf51f';
const nothing = { id: null, words: '', args: [], log: [] };

describe('a search', () => {
  test.each([
    ['', {}],
    ['no such branch', { words: 'no such branch' }],
    [ID.toUpperCase(), { id: ID }],
    ['args.site.id:42', { args: [{ path: ['site', 'id'], value: '42' }] }],
    ['args.name:"two words"', { args: [{ path: ['name'], value: 'two words' }] }],
    ['args.at:12:30', { args: [{ path: ['at'], value: '12:30' }] }],
    ['log:timeout', { log: ['timeout'] }],
    [
      'import  log:"timed out" orders args.full:true',
      { words: 'import orders', log: ['timed out'], args: [{ path: ['full'], value: 'true' }] },
    ],
    // What only looks like one is a word.
    ['args:42', { words: 'args:42' }],
    ['catalog:x', { words: 'catalog:x' }],
    ['log:', { words: 'log:' }],
    ['log:""', {}],
  ])('%s', (text, expected) => {
    expect(parseSearch(text)).toEqual({ ...nothing, ...expected });
  });
});
