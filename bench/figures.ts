import { contenders } from './contenders';
import { measurements } from './measurements';
import { keyOf, type Results } from './results';
import type { Row } from './rows';

/** What a cell of the table says. */
export type Figure =
  | { kind: 'measured'; median: number; min: number; max: number }
  | { kind: 'failed'; reason: string }
  | { kind: 'none' };

/** The figure of a row and contender: the median of its rounds, the middle two's mean where they are even. */
export function figureOf(results: Results, row: Row, name: string): Figure {
  const entry = contenders[name];
  if (!entry || !(row.appliesTo?.(entry) ?? true)) return { kind: 'none' };
  const key = keyOf(name, row.measurement);
  const reason = results.failures[key];
  if (reason !== undefined) return { kind: 'failed', reason };
  const all = (results.samples[key] ?? [])
    .flatMap((sample) => sample[row.metric] ?? [])
    .sort((a, b) => a - b);
  const [min, max] = [all[0], all.at(-1)];
  if (min === undefined || max === undefined) return { kind: 'none' };
  const median = ((all[(all.length - 1) >> 1] ?? min) + (all[all.length >> 1] ?? max)) / 2;
  return { kind: 'measured', median, min, max };
}

/** For people: no more digits than are worth reading. */
export function readable(number: number): string {
  if (number >= 100) return Math.round(number).toLocaleString('en');
  if (number >= 10) return number.toFixed(0);
  return number >= 1 || number === 0 ? String(Number(number.toFixed(1))) : number.toFixed(2);
}

/** Contenders and measurements that a run has something to say about, each in the usual order. */
export function taking(results: Results): { names: string[]; keys: string[] } {
  const pairs = Object.keys({ ...results.samples, ...results.failures }).map((key) => key.split(' '));
  return {
    names: Object.keys(contenders).filter((name) => pairs.some(([one]) => one === name)),
    keys: Object.keys(measurements).filter((key) => pairs.some(([, one]) => one === key)),
  };
}
