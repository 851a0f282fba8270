import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../start/root';

/** Where the test programs leave their reports. */
export const reportsFolder = path.join(root, 'test-results');

export type Suite = 'unit' | 'integration' | 'e2e';

export const reportFile = (suite: Suite): string => path.join(reportsFolder, `${suite}.json`);

export interface Counts {
  passed: number;
  failed: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Removes a suite's former report, so that a run that dies can't be mistaken for it. */
export function forgetReport(suite: Suite): void {
  rmSync(reportFile(suite), { force: true });
}

/**
 * How many tests of a suite passed and failed. A file that could not be run, a test that was skipped and a report that
 * is missing each count as a failure: what was not shown to work did not pass.
 */
export function readCounts(suite: Suite): Counts {
  const file = reportFile(suite);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (suite === 'e2e') {
    const { expected, unexpected, flaky, skipped } = playwrightReport.parse(report).stats;
    return { passed: expected, failed: unexpected + flaky + skipped };
  }
  const { numPassedTests, numFailedTests, testResults } = vitestReport.parse(report);
  const broken = testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}
