import { contenders } from './contenders';
import { measurements } from './measurements';

/** All figures of one cell, warm-ups left out. */
export type Figures = Map<string, number[]>;

export const keyOf = (contender: string, measurement: string): string => `${contender} ${measurement}`;

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const round = (number: number): string =>
  number >= 100 ? Math.round(number).toLocaleString('en') : number.toPrecision(2);

/** The median with minimum and maximum of each cell, as a Markdown table: a row a measurement, a column a contender. */
export function markdownTable(names: readonly string[], keys: readonly string[], figures: Figures): string {
  const cell = (name: string, key: string): string => {
    const all = figures.get(keyOf(name, key));
    if (!all?.length) return '–';
    return `${round(median(all))} (${round(Math.min(...all))}–${round(Math.max(...all))})`;
  };
  const rows = keys.map((key) => [
    `${measurements[key]?.title}, ${measurements[key]?.unit}`,
    ...names.map((name) => cell(name, key)),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...names.map((name) => contenders[name]?.title ?? name)]),
    line(['---', ...names.map(() => '---:')]),
    ...rows.map(line),
  ].join('\n');
}
