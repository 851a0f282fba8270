import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../root';

/** A real `npm start` (or another script), with everything it says. */
export class StartProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #said = '';

  constructor(args: readonly string[], environment: Readonly<Record<string, string>> = {}, script = 'start') {
    this.#child = spawn(
      process.execPath,
      ['--import', 'tsx', path.join(root, `scripts/${script}.ts`), ...args],
      {
        cwd: root,
        // Empty counts as unset: a start of its own on the embedded database, unless a test says otherwise.
        env: { ...process.env, DATABASE_URL: '', REDIS_URL: '', ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const hear = (chunk: Buffer) => {
      this.#said += stripVTControlCharacters(chunk.toString());
    };
    this.#child.stdout?.on('data', hear);
    this.#child.stderr?.on('data', hear);
    this.#ended = once(this.#child, 'close').then(() => undefined);
  }

  /** Everything it and its children have written so far. */
  get said(): string {
    return this.#said;
  }

  /** Waits until it has written what matches. @throws when it ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.#said);
      if (found) return found;
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
        throw new Error(`It ended without saying ${pattern}:\n${this.#said}`);
      }
      const more = [this.#child.stdout, this.#child.stderr].flatMap((output) =>
        output ? [once(output, 'data')] : [],
      );
      await Promise.race([...more, this.#ended]);
    }
  }

  /** Sends a signal and waits for the end. Returns the exit code, null when the signal itself ended it. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.signal(signal);
    return this.ended();
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Waits for the end and returns the exit code. */
  async ended(): Promise<number | null> {
    await this.#ended;
    return this.#child.exitCode;
  }

  /** Every process below it, whatever started it. */
  descendants(): Descendant[] {
    const all = processes();
    const below = (parent: number): Descendant[] =>
      all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
    return this.#child.pid ? below(this.#child.pid) : [];
  }
}

/** A process that runs. */
export interface Descendant {
  pid: number;
  parent: number;
  command: string;
}

/** Which of these still run. */
export function stillRunning(before: readonly Descendant[]): Descendant[] {
  const now = new Map(processes().map((one) => [one.pid, one.command]));
  return before.filter((one) => now.get(one.pid) === one.command);
}

function processes(): Descendant[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  return table.split('\n').flatMap((line) => {
    const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    // A zombie has ended; it only waits for its parent to notice.
    if (!pid || !parent || !command || state?.startsWith('Z')) return [];
    return [{ pid: Number(pid), parent: Number(parent), command }];
  });
}
