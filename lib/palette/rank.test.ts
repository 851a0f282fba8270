import { describe, expect, it } from 'vitest';
import { rankEntries } from './rank';
import { entriesOf, type PaletteThing } from './thing';

const thing = (over: Partial<PaletteThing>): PaletteThing => ({
  kind: 'queue',
  id: 'low',
  label: 'low',
  detail: '',
  href: '/queues/low',
  verbs: [],
  ...over,
});

const things = [
  thing({ verbs: ['queue.pause'] }),
  thing({ id: 'slow', label: 'slow' }),
  thing({ kind: 'schedule', id: '1', label: 'Follow the trains', verbs: ['schedule.run'] }),
  thing({ kind: 'job', id: '2', label: 'Lower the bridge', detail: '0193a2b4' }),
];
const entries = things.flatMap(entriesOf);
const labels = (text: string, recent: string[] = []) =>
  rankEntries(entries, text, recent).map(({ label }) => label);

describe('rankEntries', () => {
  it('puts the whole name before a beginning, a word within, and a part', () => {
    expect(labels('low')).toEqual([
      'low',
      'Lower the bridge',
      'Pause queue low',
      'slow',
      'Follow the trains',
      'Run now: Follow the trains',
    ]);
  });

  it('finds a verb by its words and the name of the thing, in any order', () => {
    expect(labels('pause low')).toEqual(['Pause queue low']);
    expect(labels('low pause')).toEqual(['Pause queue low']);
    expect(labels('run train')[0]).toBe('Run now: Follow the trains');
  });

  it('finds by what tells a thing apart, and by its kind', () => {
    expect(labels('0193')).toEqual(['Lower the bridge']);
    expect(labels('schedule follow')).toContain('Follow the trains');
  });

  it('puts what was chosen lately first among equals', () => {
    expect(labels('', ['job:2'])[0]).toBe('Lower the bridge');
    expect(labels('low', ['queue:slow'])).toEqual(labels('low'));
  });

  it('gives nothing where a word is nowhere', () => {
    expect(labels('low nowhere')).toEqual([]);
  });
});
