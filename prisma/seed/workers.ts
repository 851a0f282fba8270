import type { World } from './rows';

export interface Workers {
  main: string;
  bulk: string;
  quiet: string;
  silent: string;
  lost: string;
  night: string;
}

const RUNNERS = [
  'core.HousekeepingJob',
  'core.RetentionJob',
  'data_sources.SyncDataSourceJob',
  'warehouse.ImportOrdersJob',
  'warehouse.RebuildIndexJob',
  'reports.ExportInvoicesJob',
];

/** One worker of every kind: three at work, one in trouble, one asked to be quiet, one silent, one lost, one ended. */
export function addWorkers({ clock, workers }: World): Workers {
  const add = (minutesAgo: number, given: Partial<World['workers'][number]>) => {
    const startedAt = clock.ago(minutesAgo);
    const id = clock.idAt(startedAt);
    workers.push({
      id,
      host: 'worker-1',
      pid: 4100 + workers.length * 17,
      version: '0.1.0',
      backend: 'postgres',
      queues: ['high', 'default', 'low'],
      runners: RUNNERS,
      plugins: { core: '1.0.0', data_sources: '1.0.0' },
      slots: 10,
      startedAt,
      heartbeatAt: clock.now,
      ...given,
    });
    return id;
  };
  const main = add(4 * 1440, {});
  const bulk = add(180, { host: 'worker-2', queues: ['data_sources.sync', 'default'], slots: 4 });
  add(30, {
    host: 'worker-3.eu-west.internal.example',
    version: '0.0.9',
    queues: ['high', 'default', 'low', 'reports.mail'],
    trouble: 'Postgres did not answer for 5 seconds; fetching is paused.',
  });
  const quiet = add(600, { host: 'worker-2', slots: 2, queues: ['low'], asked: 'quiet' });
  const silent = add(95, {
    host: 'worker-4',
    heartbeatAt: clock.ago(2),
    queues: ['default', 'low'],
    slots: 8,
  });
  const lost = add(1300, {
    host: 'worker-4',
    heartbeatAt: clock.ago(310),
    endedAt: clock.ago(309),
    lost: true,
  });
  const night = add(700, { host: 'worker-5', queues: ['warehouse.night'], slots: 1 });
  add(900, { host: 'worker-1', heartbeatAt: clock.ago(200), endedAt: clock.ago(200), version: '0.0.9' });
  return { main, bulk, quiet, silent, lost, night };
}

/** A queue paused with a reason, and one paused while nothing waits in it. */
export function addQueues({ clock, queues }: World): void {
  queues.push(
    {
      queue: 'low',
      pausedAt: clock.ago(185),
      pausedBy: 'Administrator',
      pauseReason: 'The mail server is being moved; nothing low may go out before noon.',
    },
    { queue: 'warehouse.export', pausedAt: clock.ago(2900), pausedBy: 'Administrator', pauseReason: null },
    { queue: 'data_sources.sync', concurrency: 1 },
  );
}
