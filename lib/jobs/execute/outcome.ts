import { JobFailed } from '../job-failed';
import { storableText } from '../json-input';
import type { AbortCause } from './abort';

const MAX_ERROR = 8_192;
const MAX_STACK = 32_768;

/** The closed set of ways in which an attempt ends. */
export type Outcome =
  | { kind: 'completed'; dataText: string | null }
  | { kind: 'failed'; error: string }
  | { kind: 'errored'; error: string; stack: string | null; reason?: 'invalid_args' | 'unknown_runner' }
  /** The record it recurs for is gone. */
  | { kind: 'ghost' }
  | { [Cause in AbortCause]: { kind: Cause } }[AbortCause];

/** What a thrown value means: `JobFailed` is a failure that was expected, everything else is an error. */
export function outcomeOf(thrown: unknown): Outcome {
  if (thrown instanceof JobFailed) return { kind: 'failed', error: storableText(thrown.message, MAX_ERROR) };
  if (thrown instanceof Error) {
    const { name, message } = thrown;
    return {
      kind: 'errored',
      error: storableText(message ? `${name}: ${message}` : name, MAX_ERROR),
      stack: storableText(withoutInstallPaths(describe(thrown)), MAX_STACK),
    };
  }
  return {
    kind: 'errored',
    error: storableText(`Thrown, but not an Error: ${String(thrown)}`, MAX_ERROR),
    stack: null,
  };
}

function describe(error: Error): string {
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause instanceof Error ? `${own}\nCaused by: ${describe(error.cause)}` : own;
}

/** Stacks are shown to operators: paths below the installation become relative, so none tells where it lies. */
export function withoutInstallPaths(stack: string, root = process.cwd()): string {
  return stack.replaceAll(`file://${root}/`, '').replaceAll(`${root}/`, '').replaceAll(root, '.');
}
