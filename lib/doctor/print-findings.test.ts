import { expect, test } from 'vitest';
import { printFindings } from './print-findings';

const finding = (count: number) => ({
  invariant: 'attempts-agree',
  describe: 'All is one story.',
  level: 'violation' as const,
  mendable: true,
  rows: Array.from({ length: count }, (_, n) => ({ id: `job-${n}` })),
});

test('says how many rows there are, and where there may be more than were looked for', () => {
  expect(printFindings([finding(2)])).toContain('attempts-agree (2): All');
  expect(printFindings([finding(30)])).toMatch(/\(30\): [\s\S]* and 10 more$/);
  expect(printFindings([finding(100)])).toMatch(/\(100 or more\): [\s\S]* and 80 or more$/);
});
