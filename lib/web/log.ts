import pino, { type Logger } from 'pino';
import { config } from '@/lib/config';

let logger: Logger | undefined;

/** The web process's log, as JSON lines on standard output. */
export function webLog(): Logger {
  logger ??= pino({ name: 'web', level: config().logLevel });
  return logger;
}
