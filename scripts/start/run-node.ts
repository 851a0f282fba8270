import { spawn } from 'node:child_process';
import { root } from './root';

/** How a finished process ended, and what it wrote to both outputs. */
export interface Finished {
  code: number | null;
  output: string;
}

/** Runs node to its end. Aborting `signal` kills it and everything it started; then the promise rejects. */
export function runNode(args: readonly string[], signal: AbortSignal): Promise<Finished> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const kill = () => {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    };
    signal.addEventListener('abort', kill, { once: true });
    child.once('error', reject);
    child.once('close', (code) => {
      signal.removeEventListener('abort', kill);
      if (signal.aborted) reject(signal.reason);
      else resolve({ code, output });
    });
  });
}
