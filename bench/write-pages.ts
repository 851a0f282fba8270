import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pictureOf } from './picture';
import type { Results } from './results';
import { markdownOf } from './table';

/** Writes text and picture into a folder; returns the text. */
export function writePages(folder: string, results: Results): string {
  mkdirSync(folder, { recursive: true });
  const text = markdownOf(results);
  writeFileSync(path.join(folder, 'results.md'), `${text}\n`);
  writeFileSync(path.join(folder, 'bench.svg'), pictureOf(results));
  return text;
}
