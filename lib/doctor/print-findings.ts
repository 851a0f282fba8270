import type { Finding } from './examine';
import { MOST_ROWS } from './invariant';

const MOST_SHOWN = 20;

/** Findings as text for a terminal: each invariant with what it demands, then its rows, one a line. */
export function printFindings(findings: readonly Finding[]): string {
  return findings.map(printFinding).join('\n\n');
}

function printFinding({ invariant, describe, level, rows }: Finding): string {
  const sign = level === 'violation' ? '✗' : 'i';
  const lines = rows.slice(0, MOST_SHOWN).map((row) => `    ${printRow(row)}`);
  // Beyond so many nobody has looked.
  const orMore = rows.length < MOST_ROWS ? '' : ' or more';
  if (rows.length > MOST_SHOWN)
    lines.push(`    and ${rows.length - MOST_SHOWN}${orMore ? ' or more' : ' more'}`);
  return [`${sign} ${invariant} (${rows.length}${orMore}): ${describe}`, ...lines].join('\n');
}

function printRow({ id, ...details }: Finding['rows'][number]): string {
  const told = Object.entries(details)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}=${printValue(value)}`);
  return [id, ...told].join(' ');
}

function printValue(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
