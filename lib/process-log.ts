import pino, { type Logger } from 'pino';
import pretty from 'pino-pretty';
import { config } from './config';

let logger: Logger | undefined;

/** The process's one log: lines for people, or with LOG_FORMAT=json an object a line. */
export function processLog(): Logger {
  const { logLevel: level, logFormat } = config();
  logger ??=
    logFormat === 'json'
      ? pino({ level, base: { pid: process.pid } })
      : pino(
          { level, base: undefined },
          // Written at once: what a dying process had to say must not be lost in a buffer.
          pretty({ sync: true, colorize: false, singleLine: true, translateTime: 'SYS:HH:MM:ss.l' }),
        );
  return logger;
}
