import { printFindings } from '@/lib/doctor/print-findings';
import type { ChaosReport } from './run-chaos';

/** The report as text: what was done, what was checked, what is wrong. */
export function printReport({ table, checks, violations, ok }: ChaosReport): string {
  const width = Math.max(...table.map(([label]) => label.length));
  const lines = table.map(([label, value]) => `${label.padEnd(width)}  ${value}`);
  const verdicts = checks.flatMap(({ name, rows }) => [
    `${rows.length === 0 ? '✓' : '✗'} ${name}`,
    ...rows.map((row) => `    ${JSON.stringify(row)}`),
  ]);
  const doctor =
    violations.length === 0 ? '✓ the doctor finds every invariant holding' : printFindings(violations);
  return [
    ...lines,
    '',
    ...verdicts,
    doctor,
    '',
    ok ? 'Nothing lost, nothing twice, nothing stuck.' : 'FAILED',
  ].join('\n');
}
