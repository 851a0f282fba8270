import { parseArgs } from 'node:util';
import { YardmasterError } from '@/lib/errors';

/** What the command line of `npm start`, `npm run dev` and `npm run web` says. */
export interface Flags {
  /** Reload web and worker when a source file changes. */
  dev: boolean;
  /** Start a worker beside the console. */
  worker: boolean;
  help: boolean;
  /** Settings that the command line puts above the environment. */
  settings: Partial<Record<'HOST' | 'PORT' | 'DATA_DIR', string>>;
}

export const usage = `Usage: npm start -- [options]

Starts Yardmaster: the database, the console and one worker.

  --port <port>       port of the console (setting PORT, 3000)
  --host <address>    address the console listens on (setting HOST, 127.0.0.1)
  --data-dir <path>   folder for everything kept on disk (setting DATA_DIR, .data)
  --no-worker         start the console without a worker
  --help              show this

Settings come from the environment and from .env; docs/operating.md explains each.`;

/** Reads the command line. @throws YardmasterError `configuration` on anything it does not know. */
export function parseFlags(args: readonly string[]): Flags {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        dev: { type: 'boolean', default: false },
        port: { type: 'string' },
        host: { type: 'string' },
        'data-dir': { type: 'string' },
        'no-worker': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const settings: Flags['settings'] = {};
    if (values.port !== undefined) settings.PORT = values.port;
    if (values.host !== undefined) settings.HOST = values.host;
    if (values['data-dir'] !== undefined) settings.DATA_DIR = values['data-dir'];
    return { dev: values.dev, worker: !values['no-worker'], help: values.help, settings };
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new YardmasterError('configuration', `${problem}. See npm start -- --help.`, { cause });
  }
}
