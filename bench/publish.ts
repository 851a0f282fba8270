import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '@/scripts/start/root';
import { pictureOf } from './picture';
import type { Results } from './results';
import { markdownOf } from './table';

const BEGIN = '<!-- bench: begin -->';
const END = '<!-- bench: end -->';

/** Puts the table where docs/performance.md keeps it, and the picture beside the others. */
export function publish(results: Results): void {
  const page = path.join(root, 'docs/performance.md');
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), markdownOf(results)));
  writeFileSync(path.join(root, 'docs/images/bench.svg'), pictureOf(results));
}

/** The page with this table in the place that its marks keep. @throws Error when it has no such place. */
export function withTable(page: string, table: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`The page has no place for the table: ${BEGIN} … ${END}.`);
  return `${page.slice(0, begin + BEGIN.length)}\n${table}\n${page.slice(end)}`;
}
