import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { ClaimedJob } from '../store/claimed-job';
import type { AbortCause, JobAborted } from './abort';
import type { ReportSink } from './job-context';
import type { Outcome } from './outcome';

/** What the child tells. */
export type FromChild =
  | { kind: 'ready' }
  | { kind: 'log'; line: Parameters<ReportSink['log']>[0] }
  | { kind: 'progress'; progress: Parameters<ReportSink['progress']>[0] }
  | { kind: 'outcome'; outcome: Outcome };

/** What the child is told. */
export type ToChild = { kind: 'run'; job: ClaimedJob } | { kind: 'abort'; because: AbortCause };

/** How long an isolated run may go on after it was told to stop, before its process is killed. */
const KILL_AFTER_MS = 2_000;

let entry = path.resolve('lib/jobs/execute/isolated-child.ts');

/** Runs isolated jobs by another program than the default: a bundled one, or one that knows runners no plugin lists. */
export function setIsolatedEntry(file: string): void {
  entry = file;
}

/**
 * Runs a job in a process of its own. A busy loop, a crash or a leak there is that process's alone: told to stop and
 * deaf to it, it is killed.
 */
export function runIsolated(job: ClaimedJob, sink: ReportSink, signal: AbortSignal): Promise<Outcome> {
  // A program of its own, not a part of the console's build.
  const child = fork(/* turbopackIgnore: true */ entry, {
    execArgv: entry.endsWith('.ts') ? ['--import', 'tsx'] : ['--enable-source-maps'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve) => {
    const killer = killOnAbort(child, signal);
    let outcome: Outcome | undefined;
    child.on('message', (message: FromChild) => {
      if (message.kind === 'ready') child.send({ kind: 'run', job } satisfies ToChild);
      else if (message.kind === 'log') sink.log({ ...message.line, at: new Date(message.line.at) });
      else if (message.kind === 'progress') sink.progress(message.progress);
      else outcome = message.outcome;
    });
    child.once('error', (error) => {
      outcome ??= {
        kind: 'errored',
        error: `Its process could not be started: ${error.message}`,
        stack: null,
      };
    });
    child.once('close', (code, killedBy) => {
      killer();
      const how = killedBy ? `was killed by ${killedBy}` : `ended with exit code ${code}`;
      resolve(
        outcome ?? { kind: 'errored', error: `Its process ${how} before the job had ended.`, stack: null },
      );
    });
  });
}

/** Passes the abort on, and kills what does not heed it. Returns what undoes all that. */
function killOnAbort(child: ChildProcess, signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  const abort = () => {
    if (child.connected)
      child.send(
        { kind: 'abort', because: (signal.reason as JobAborted).because } satisfies ToChild,
        () => undefined,
      );
    timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
  };
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  return () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  };
}
