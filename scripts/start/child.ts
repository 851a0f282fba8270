import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { environmentWith } from '@/lib/config';
import { BackOff } from './back-off';
import { prefixLines } from './prefix-lines';
import { root } from './root';

const endWithParent = path.join(root, 'scripts/start/end-with-parent.mjs');

/** A process that the start command keeps running. */
export interface ChildOptions {
  /** What people call it: `web`, `worker`. Its lines carry this name. */
  name: string;
  /** Arguments of node. */
  args: readonly string[];
  /** Variables of its environment beside the start command's own. */
  environment?: Readonly<Record<string, string>>;
  /** How long it may take to end in order, in milliseconds; then it is killed. */
  stopWithinMs: number;
  /** True when it may end by itself with exit code 0 and is then not started again. */
  mayEnd?: boolean;
}

/** Runs a node process, passes its lines on, and starts it again with back-off when it crashes. */
export class Child {
  readonly #options: ChildOptions;
  readonly #backOff = new BackOff();
  #process: ChildProcess | undefined;
  #restart: NodeJS.Timeout | undefined;
  #stopping = false;

  constructor(options: ChildOptions) {
    this.#options = options;
  }

  start(): void {
    const { name, args, environment } = this.#options;
    const startedAt = performance.now();
    // Its own process group: Ctrl-C in a terminal reaches the start command alone, which then ends all in order.
    const child = spawn(process.execPath, ['--import', endWithParent, ...args], {
      cwd: root,
      env: environmentWith(environment),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#process = child;
    const prefix = `${name.padEnd(6)} | `;
    if (child.stdout) prefixLines(child.stdout, process.stdout, prefix);
    if (child.stderr) prefixLines(child.stderr, process.stderr, prefix);
    child.once('exit', (code, signal) => this.#ended(code, signal, performance.now() - startedAt));
  }

  /** Asks it to end and waits until it has; kills it when that takes longer than `stopWithinMs`. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restart);
    const child = this.#process;
    if (!child || hasEnded(child)) return;
    const { name, stopWithinMs } = this.#options;
    const tooLong = setTimeout(() => {
      process.stderr.write(
        `The ${name} process did not end within ${stopWithinMs / 1000} s and is killed.\n`,
      );
      this.kill();
    }, stopWithinMs);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    clearTimeout(tooLong);
  }

  /** Kills it and everything it started, at once. */
  kill(): void {
    this.#stopping = true;
    clearTimeout(this.#restart);
    const child = this.#process;
    if (!child?.pid || hasEnded(child)) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended between the question and the signal.
    }
  }

  #ended(code: number | null, signal: NodeJS.Signals | null, livedMs: number): void {
    if (this.#stopping) return;
    const { name, mayEnd } = this.#options;
    if (code === 0 && mayEnd) {
      process.stderr.write(`The ${name} was stopped and stays stopped until the next start.\n`);
      return;
    }
    const waitMs = this.#backOff.after(livedMs);
    const how = signal ? `signal ${signal}` : `exit code ${code}`;
    process.stderr.write(
      `The ${name} process ended unexpectedly (${how}); it starts again in ${waitMs / 1000} s.\n`,
    );
    this.#restart = setTimeout(() => this.start(), waitMs);
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;
