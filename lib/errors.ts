/** The closed set of things that can go wrong in a way the caller can act on. */
export type ErrorCode =
  | 'invalid_input'
  | 'not_found'
  | 'forbidden'
  | 'unauthenticated'
  | 'conflict'
  | 'unavailable'
  | 'limit_exceeded'
  | 'configuration';

/**
 * The one base class of expected errors. Its message is written for the person who caused it: what was expected,
 * what came. Anything else that is thrown is unexpected: logged whole, shown as one sentence with a request id.
 */
export class YardmasterError extends Error {
  readonly code: ErrorCode;
  /** Messages by field, for forms. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; fields?: Record<string, string> } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'YardmasterError';
    this.code = code;
    this.fields = options.fields ?? {};
  }
}
