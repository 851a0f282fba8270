import { runStage, type StageResult } from './stage';

/** The quick gate: format, lint, types, unused code, unit tests. Needs no services. Every stage runs, whatever failed before. */
export async function runCheckStages(unitReport: string): Promise<StageResult[]> {
  const generated = await runStage('database client', ['tsx', 'scripts/generate.ts']);
  if (!generated.ok) return [generated];
  return [
    generated,
    await runStage('format and lint', ['biome', 'check', '--error-on-warnings']),
    await runStage('types', ['tsc', '--project', '.', '--noEmit', '--incremental', 'false']),
    await runStage('unused code', ['knip', '--no-config-hints']),
    await runVitest('unit', unitReport),
  ];
}

/** Runs one of vitest's projects; its outcome is also written to `report`. */
export async function runVitest(
  project: 'unit' | 'integration',
  report: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StageResult> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const stage = await runStage(
    `${project} tests`,
    ['vitest', 'run', `--project=${project}`, ...reporters],
    environment,
  );
  return { ...stage, hasTests: true };
}
