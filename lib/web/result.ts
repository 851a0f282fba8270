import type { ErrorCode } from '@/lib/errors';

/** What a browser learns of a failure. `unexpected` stands for everything that has no code of its own. */
export interface Failure {
  code: ErrorCode | 'unexpected';
  /** One or more sentences for the person in front of the screen. */
  message: string;
  /** Messages by field, for forms; empty when no field is to blame. */
  fields: Readonly<Record<string, string>>;
  /** Finds the whole error in the log of the web process; only for unexpected ones. */
  requestId?: string;
}

/** What every server action resolves to. An action never rejects. */
export type ActionResult<Data> = { ok: true; data: Data } | { ok: false; error: Failure };
