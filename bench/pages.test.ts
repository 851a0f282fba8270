import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pictureOf } from './picture';
import { withTable } from './publish';
import { readResults, writeResults } from './results';
import { markdownOf } from './table';
import { exampleResults } from './testing';

const rowOf = (text: string, title: string): string[] =>
  text
    .split('\n')
    .find((line) => line.startsWith(`| ${title}`))
    ?.split(' | ') ?? [];

describe('the table of a run', () => {
  const text = markdownOf(exampleResults);

  it('says the median with minimum and maximum, and what each column is', () => {
    expect(text).toContain('| raw BullMQ, Redis | Yardmaster, Redis | pg-boss |');
    expect(rowOf(text, 'process 20,000, 50 slots, jobs/s').slice(1, 3)).toEqual([
      '15,000 (9,000–16,000)',
      '8,200 (8,000–8,400)',
    ]);
  });

  it('keeps what was measured beside a cell that failed, and says why that one did', () => {
    expect(rowOf(text, 'process 20,000, 50 slots, jobs/s').at(-1)).toBe('failed 1 |');
    expect(text).toContain('- failed 1: 19 of 20 jobs ran');
  });

  it('says where the time goes, and nothing of a store that a contender does not use', () => {
    expect(rowOf(text, 'process 20,000, 50 slots: Postgres, µs')[1]).toBe('–');
    expect(rowOf(text, 'process 20,000, 50 slots: Postgres, µs')[2]).toBe('41 (40–42)');
    expect(rowOf(text, 'idle pick-up, p99, ms')[1]).toBe('1.4 (1.4–1.4)');
  });

  it('says on what it was measured, and warns of a try', () => {
    expect(text).toContain(
      'at full size; load average when it began: 0.4. BullMQ 6.7.0.\n\nEach figure: median (minimum–maximum) of 3 rounds, after 3 warm-ups of a quarter of the jobs.',
    );
    const { machine } = exampleResults;
    expect(markdownOf({ ...exampleResults, scale: 0.1, machine: { ...machine, load: 9 } })).toContain(
      'A try rather than a result: smaller than its titles say, on a busy machine.',
    );
  });

  it('stands where a page keeps its place, and nowhere else', () => {
    const page = 'before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nafter\n';
    expect(withTable(page, 'new')).toBe('before\n<!-- bench: begin -->\nnew\n<!-- bench: end -->\nafter\n');
    expect(() => withTable('a page', 'new')).toThrow('has no place for the table');
  });
});

describe('the picture of a run', () => {
  it('has a bar for each median, marks what failed, and has colours for dark', () => {
    const svg = pictureOf(exampleResults);
    expect(svg.match(/<rect class="bar/g)).toHaveLength(7);
    expect(svg).toContain('failed</text>');
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).toContain('Example &lt;CPU>');
  });
});

describe('the results of a run', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-results-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are found again as they were kept', () => {
    expect(readResults(folder)).toBeNull();
    writeResults(folder, exampleResults);
    expect(readResults(folder)).toEqual(exampleResults);
  });
});
