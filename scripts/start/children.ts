import { createRequire } from 'node:module';
import path from 'node:path';
import { config } from '@/lib/config';
import { nextBin } from './build-console';
import { Child } from './child';
import { root } from './root';

const SECOND = 1000;
const tsxBin = createRequire(import.meta.url).resolve('tsx/cli');

/** Searches have limits of their own, far below: this one is for what nobody foresaw. */
const CONSOLE_STATEMENT_S = 30;

/** The console's process. */
export function webChild(dev: boolean): Child {
  const { host, port, statementTimeoutMs } = config();
  const environment = { STATEMENT_TIMEOUT: String(statementTimeoutMs / SECOND || CONSOLE_STATEMENT_S) };
  const server = path.join(root, 'scripts/start/web-server.mjs');
  const args = dev
    ? [nextBin, 'dev', '--hostname', host, '--port', String(port)]
    : [server, host, String(port)];
  return new Child({ name: 'web', args, environment, stopWithinMs: 8 * SECOND });
}

/** The process of one worker; its shutdown timeout of 25 s and a little more is what it may take to end. */
export function workerChild(dev: boolean): Child {
  const args = dev
    ? [tsxBin, 'watch', '--clear-screen=false', path.join(root, 'worker/index.ts')]
    : [path.join(root, 'scripts/worker.mjs')];
  return new Child({ name: 'worker', args, stopWithinMs: 30 * SECOND, mayEnd: true });
}
