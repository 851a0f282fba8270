import { spawn } from 'node:child_process';
import { root } from '../start/root';

export interface StageResult {
  name: string;
  ok: boolean;
  ms: number;
  /** Its failures are counted test by test, from its report. */
  hasTests?: boolean;
}

/** Runs one stage of a gate as a command of node_modules, names it, lets it speak, and says how long it took. */
export async function runStage(
  name: string,
  command: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<StageResult> {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const code = await run(command, environment);
  const ms = Date.now() - began;
  console.log(`── ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${(ms / 1000).toFixed(1)} s`);
  return { name, ok: code === 0, ms };
}

function run(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', ...command], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment },
    });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(null);
    });
    child.once('close', resolve);
  });
}

/** One line for each stage, and whether all were ok. */
export function summarize(results: readonly StageResult[]): boolean {
  console.log('');
  for (const { name, ok, ms } of results) {
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(24)} ${(ms / 1000).toFixed(1).padStart(6)} s`);
  }
  return results.every((result) => result.ok);
}
