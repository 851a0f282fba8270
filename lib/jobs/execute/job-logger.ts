import { format } from 'node:util';
import { storableText } from '../json-input';
import type { LogLine } from '../store/append-reports';

/** Characters of one log line that are kept. */
export const MAX_LOG_LINE = 16_384;
/** Log lines of one attempt that are kept. */
export const MAX_LOG_LINES = 100_000;

/** The log of one attempt. Messages take printf's `%s %d %i %f %j %o %%`, as `util.format` does. */
export class JobLogger {
  readonly #write: (line: LogLine) => void;
  readonly #jobId: string;
  readonly #attemptNo: number;
  #seq = 0;

  constructor(jobId: string, attemptNo: number, write: (line: LogLine) => void) {
    this.#jobId = jobId;
    this.#attemptNo = attemptNo;
    this.#write = write;
  }

  debug(message: string, ...values: unknown[]): void {
    this.#add('debug', message, values);
  }

  info(message: string, ...values: unknown[]): void {
    this.#add('info', message, values);
  }

  warning(message: string, ...values: unknown[]): void {
    this.#add('warning', message, values);
  }

  error(message: string, ...values: unknown[]): void {
    this.#add('error', message, values);
  }

  #add(level: LogLine['level'], message: string, values: unknown[]): void {
    if (this.#seq > MAX_LOG_LINES) return;
    const text =
      this.#seq === MAX_LOG_LINES
        ? `Log truncated: this attempt wrote more than ${MAX_LOG_LINES} lines; the rest is not kept.`
        : storableText(format(message, ...values), MAX_LOG_LINE);
    this.#write({
      jobId: this.#jobId,
      attemptNo: this.#attemptNo,
      seq: this.#seq++,
      at: new Date(),
      level,
      message: text,
    });
  }
}
