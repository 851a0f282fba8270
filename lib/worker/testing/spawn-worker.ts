import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { workerProgram } from './worker-program';

export interface SpawnedWorker {
  readonly id: string;
  readonly process: ChildProcess;
  /** Sends a signal and waits for the end; returns the exit code (null: killed). */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Everything it has written so far. */
  output(): string;
}

const spawned = new Set<ChildProcess>();

/** Starts a real worker process with the fixture plugin, or `program`; resolves when it takes jobs. */
export async function spawnWorker(options: {
  redisUrl?: string;
  slots?: number;
  shutdownTimeoutMs?: number;
  queues?: string[];
  env?: Record<string, string>;
  /** Which of the bundled programs to run instead of `main.ts` beside this file: it takes the same arguments and says `ready <id>`. */
  program?: string;
}): Promise<SpawnedWorker> {
  const { redisUrl = '', slots = 10, shutdownTimeoutMs = 5_000, queues = [] } = options;
  const { program = 'lib/worker/testing/main' } = options;
  const child = spawn(
    process.execPath,
    [workerProgram(program), String(slots), String(shutdownTimeoutMs), ...queues],
    {
      env: { ...process.env, VITEST: 'true', REDIS_URL: redisUrl, LOG_LEVEL: 'info', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  spawned.add(child);
  let output = '';
  const id = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /^ready (\S+)$/m.exec(output)?.[1];
      if (ready) resolve(ready);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) =>
      reject(new Error(`The worker ended with ${code} before it was ready:\n${output}`)),
    );
  });
  const end = async (signal: NodeJS.Signals) => {
    spawned.delete(child);
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
    return child.exitCode;
  };
  return { id, process: child, end, output: () => output };
}

/** Kills whatever a failed test has left running. */
export function killSpawnedWorkers(): void {
  for (const child of spawned) child.kill('SIGKILL');
  spawned.clear();
}
