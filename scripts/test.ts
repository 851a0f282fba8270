import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { YardmasterError } from '@/lib/errors';
import { runCheckStages, runVitest } from './setup/check-stages';
import { readFailures } from './setup/failures';
import { findChromium } from './setup/find-chromium';
import { findRedisServer, redisVersion } from './setup/find-redis';
import { forgetReport, readCounts, reportFile, reportsFolder, type Suite } from './setup/reports';
import { runScript } from './setup/run-script';
import { runStage, type StageResult, summarize } from './setup/stage';

const SUITES: readonly Suite[] = ['unit', 'integration', 'e2e'];

// npm test: everything. npm test -- --only unit|integration|e2e runs one suite.
await runScript(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const suites = SUITES.filter((suite) => values.only === undefined || suite === values.only);
  if (suites.length === 0) {
    throw new YardmasterError('invalid_input', `--only: expected ${SUITES.join(', ')}, got ${values.only}.`);
  }
  mkdirSync(reportsFolder, { recursive: true });
  for (const suite of SUITES) forgetReport(suite);

  const services = findServices(suites);
  const results: StageResult[] = [];
  for (const suite of suites) results.push(...(await runSuite(suite, services)));

  const ok = summarize(results);
  // The last thing said, since a long run is read from its end.
  for (const failure of suites.flatMap(readFailures)) console.log(`\n${failure}`);
  const counts = suites.map(readCounts);
  const passed = counts.reduce((sum, one) => sum + one.passed, 0);
  const failedTests = counts.reduce((sum, one) => sum + one.failed, 0);
  // A gate that is not made of tests (lint, types) counts as one, so that no failure hides behind "0 failed".
  const failed = failedTests + results.filter((result) => !result.ok && !result.hasTests).length;
  console.log(`\n${passed} passed, ${failed} failed`);
  if (!ok || failed > 0) process.exitCode = 1;
});

/** What the suites need from the system, found or installed before anything runs. */
function findServices(suites: readonly Suite[]): Record<string, string> {
  const environment: Record<string, string> = {};
  if (suites.includes('integration')) {
    environment.REDIS_SERVER = findRedisServer();
    console.log(`Redis ${redisVersion(environment.REDIS_SERVER)}: ${environment.REDIS_SERVER}`);
  }
  if (suites.includes('e2e')) {
    environment.PLAYWRIGHT_CHROMIUM = findChromium();
    console.log(`Chromium: ${environment.PLAYWRIGHT_CHROMIUM}`);
  }
  return environment;
}

async function runSuite(suite: Suite, services: Readonly<Record<string, string>>): Promise<StageResult[]> {
  if (suite === 'unit') return await runCheckStages(reportFile('unit'));
  if (suite === 'integration') return [await runVitest('integration', reportFile('integration'), services)];
  return [
    {
      ...(await runStage('browser stories', ['playwright', 'test'], {
        ...services,
        PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile('e2e'),
      })),
      hasTests: true,
    },
  ];
}
