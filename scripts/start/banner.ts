import { config } from '@/lib/config';
import type { ReadyWorker } from './worker-ready';

/** What is written once everything is up. `worker` is null when none was asked for. */
export function banner(version: string, worker: ReadyWorker | null, link: string | null): string {
  const rows: [string, string][] = [
    ['Console', config().publicUrl],
    ['Database', database()],
    ['Transport', transport()],
    ['Worker', worker ? `${worker.queues.join(', ')}; ${worker.slots} slots` : 'none here (npm run worker)'],
    ['Data', config().dataDir],
  ];
  const lines = rows.map(([label, text]) => `  ${label.padEnd(11)}${text}`);
  const setup = link
    ? ['', '  Nobody can sign in yet. Make the first administrator here; the link works once:', `  ${link}`]
    : [];
  return ['', `  Yardmaster ${version} is running. Ctrl-C ends it.`, '', ...lines, ...setup, '', ''].join(
    '\n',
  );
}

function database(): string {
  const { embedded, databaseUrl } = config();
  const { hostname, port, pathname } = new URL(databaseUrl);
  const address = `${hostname}:${port || 5432}`;
  return embedded ? `PostgreSQL, embedded, at ${address}` : `PostgreSQL at ${address}, ${pathname.slice(1)}`;
}

function transport(): string {
  const { redisUrl } = config();
  if (!redisUrl) return 'PostgreSQL, the same database';
  const { hostname, port } = new URL(redisUrl);
  return `Redis at ${hostname}:${port || 6379}`;
}
