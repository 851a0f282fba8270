import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Machine } from './machine';
import type { Sample } from './sample';

/** All that a run has measured so far; kept as JSON after each sample, so that an interrupted run loses nothing. */
export interface Results {
  /** Where and when it began. */
  machine: Machine;
  /** The part of full size that everything was done at. */
  scale: number;
  /** How many rounds went before those that count. */
  warmups: number;
  /** Samples, warm-ups left out, by `keyOf`. */
  samples: Record<string, Sample[]>;
  /** Why a cell has no figure, by `keyOf`. */
  failures: Record<string, string>;
}

export const keyOf = (contender: string, measurement: string): string => `${contender} ${measurement}`;

const fileIn = (folder: string): string => path.join(folder, 'results.json');

/** What an earlier run has left in a folder; null when there is none. */
export function readResults(folder: string): Results | null {
  const file = fileIn(folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : null;
}

export function writeResults(folder: string, results: Results): void {
  mkdirSync(folder, { recursive: true });
  const file = fileIn(folder);
  writeFileSync(`${file}.part`, `${JSON.stringify(results, null, 1)}\n`);
  renameSync(`${file}.part`, file);
}
