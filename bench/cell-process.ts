import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { contenders } from './contenders';
import type { Sample } from './sample';

const newestNode = fileURLToPath(new URL('node_modules/.bin/node', import.meta.url));

/** A cell that has not ended by then never will. */
const LIMIT_MS = 15 * 60_000;
/** How much of what a failed cell said is kept. */
const SAID_CHARACTERS = 4_000;

/** One measurement of one contender, in a process of its own. @throws Error with what it said when it failed. */
export async function measureCell(
  name: string,
  key: string,
  { scale, part = 1 }: { scale: number; part?: number },
  environment: Record<string, string>,
  interruption: AbortSignal,
): Promise<Sample> {
  interruption.throwIfAborted();
  const node = contenders[name]?.node === 'newest' ? newestNode : process.execPath;
  const child = spawn(node, [environment.BENCH_CELL ?? '', name, key, String(scale), String(part)], {
    env: { ...process.env, ...environment, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that a cell that hangs can be ended with all its workers.
    detached: true,
  });
  let [output, said] = ['', ''];
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-SAID_CHARACTERS);
  });
  const endGroup = () => {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  };
  let overdue = false;
  const limit = setTimeout(() => {
    overdue = true;
    endGroup();
  }, LIMIT_MS);
  interruption.addEventListener('abort', endGroup);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (...end) => resolve(end));
  }).finally(() => {
    clearTimeout(limit);
    interruption.removeEventListener('abort', endGroup);
  });
  interruption.throwIfAborted();
  if (overdue) throw new Error(`took longer than ${LIMIT_MS / 60_000} minutes`);
  if (code !== 0) throw new Error(reasonIn(said) ?? `ended with ${code ?? signal}`);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Sample;
}

/** The first line that looks like an error's own words. */
export function reasonIn(said: string): string | null {
  const lines = said.split('\n').map((line) => line.trim());
  const line = lines.find((one) => /^\w*Error\b.*: /.test(one)) ?? lines.findLast(Boolean);
  return line?.replace(/^\w*Error\b[^:]*: /, '') ?? null;
}
