import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { root } from '../start/root';
import { reportFile, type Suite } from './reports';

const LINES_OF_A_MESSAGE = 6;

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
});

const spec = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({ results: z.array(z.object({ error: z.object({ message: z.string() }).optional() })) }),
  ),
});
interface PlaywrightSuite {
  specs: z.output<typeof spec>[];
  suites?: PlaywrightSuite[] | undefined;
}
const playwrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({ specs: z.array(spec), suites: z.array(playwrightSuite).optional() }),
);
const playwrightReport = z.object({ suites: z.array(playwrightSuite) });

/** The failed tests of a suite, each with its file, its name and the first lines of why; empty when there is no report. */
export function readFailures(suite: Suite): string[] {
  const file = reportFile(suite);
  if (!existsSync(file)) return [];
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (suite === 'e2e') {
    return specsOf(playwrightReport.parse(report).suites)
      .filter(({ ok }) => !ok)
      .map(({ title, file: name, tests }) =>
        describe(`e2e/${name}`, title, tests.flatMap(({ results }) => results).at(-1)?.error?.message ?? ''),
      );
  }
  return vitestReport.parse(report).testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    const relative = path.relative(root, name);
    if (failed.length === 0)
      return status === 'failed' ? [describe(relative, 'the file itself', message)] : [];
    return failed.map(({ fullName, failureMessages }) =>
      describe(relative, fullName, failureMessages[0] ?? ''),
    );
  });
}

const specsOf = (suites: readonly PlaywrightSuite[]): z.output<typeof spec>[] =>
  suites.flatMap(({ specs, suites: inner = [] }) => [...specs, ...specsOf(inner)]);

function describe(file: string, name: string, message: string): string {
  const lines = stripVTControlCharacters(message).trim().split('\n').slice(0, LINES_OF_A_MESSAGE);
  return [`${file} › ${name}`, ...lines.map((line) => `    ${line}`)].join('\n');
}
