import { contenders } from './contenders';
import { figureOf, readable, taking } from './figures';
import { describeMachine } from './machine';
import { measurements } from './measurements';
import type { Results } from './results';
import { type Row, rowsOf, timeRowsOf } from './rows';

/** All figures as Markdown: median (minimum–maximum), a row a measurement, a column a contender; what failed says why below. */
export function markdownOf(results: Results): string {
  const { names, keys } = taking(results);
  const reasons: string[] = [];
  const speed = tableOf(results, names, rowsOf(keys), reasons);
  const time = tableOf(results, names, timeRowsOf(keys), reasons);
  const notes = names.flatMap((name) => {
    const { title, note } = contenders[name] ?? {};
    return note ? [`- ${title}: ${note}.`] : [];
  });
  return [
    describeMachine(results.machine, results.scale),
    describeRounds(results),
    speed,
    'Processor time for each job, µs (own processes: the worker, or where a cell only enqueues, the producer):',
    time,
    notes.join('\n'),
    reasons.map((reason, n) => `- failed ${n + 1}: ${reason}`).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function describeRounds({ samples, warmups }: Results): string {
  const rounds = Math.max(0, ...Object.values(samples).map(({ length }) => length));
  const many = (n: number, what: string): string => (n === 1 ? `one ${what}` : `${n} ${what}s`);
  const before =
    warmups > 0 ? `, after ${many(warmups, 'warm-up')} of a quarter of the jobs` : ', no warm-up';
  const once = Object.keys(samples).some((id) => measurements[id.split(' ')[1] ?? '']?.once);
  return `Each figure: median (minimum–maximum) of ${many(rounds, 'round')}${before}${once ? "; Redis's memory was measured once" : ''}.`;
}

function tableOf(
  results: Results,
  names: readonly string[],
  rows: readonly Row[],
  reasons: string[],
): string {
  const cell = (row: Row, name: string): string => {
    const figure = figureOf(results, row, name);
    if (figure.kind === 'none') return '–';
    if (figure.kind === 'failed') return `failed ${numberOf(figure.reason, reasons)}`;
    return `${readable(figure.median)} (${readable(figure.min)}–${readable(figure.max)})`;
  };
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...names.map((name) => contenders[name]?.title ?? name)]),
    line(['---', ...names.map(() => '---:')]),
    ...rows.map((row) => line([`${row.title}, ${row.unit}`, ...names.map((name) => cell(row, name))])),
  ].join('\n');
}

function numberOf(reason: string, reasons: string[]): number {
  if (!reasons.includes(reason)) reasons.push(reason);
  return reasons.indexOf(reason) + 1;
}
