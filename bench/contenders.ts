import type { OpenContender } from './contender';

export interface Entry {
  title: string;
  /** The newest peers need a newer Node than the project supports. */
  node: 'own' | 'newest';
  /** What it keeps jobs in. */
  stores: readonly ('redis' | 'postgres')[];
  /** The part of a cell's jobs that it is given, where all of them would take minutes. Default: 1. */
  share?: number;
  /** Its workers are processes below the one that holds it. */
  ownProcesses?: boolean;
  /** Its tables can be laid with so many jobs without adding them one after the other. */
  fillsTables?: boolean;
  /** Jobs wait in Postgres until its worker moves a window of them into the other store. */
  dispatches?: boolean;
  /** Stands below the table. */
  note?: string;
  open: OpenContender;
}

/** Who takes part, in the order of the table. */
export const contenders: Record<string, Entry> = {
  'bullmq-redis': {
    title: 'raw BullMQ, Redis',
    node: 'own',
    stores: ['redis'],
    open: async (services) => (await import('./contenders/bullmq')).openBullmq('redis', services),
  },
  'yardmaster-redis': {
    title: 'Yardmaster, Redis',
    node: 'own',
    stores: ['postgres', 'redis'],
    fillsTables: true,
    dispatches: true,
    open: async (services) => (await import('./contenders/yardmaster')).openYardmaster('redis', services),
  },
  'bullmq-postgres': {
    title: 'raw BullMQ, Postgres',
    node: 'own',
    stores: ['postgres'],
    open: async (services) => (await import('./contenders/bullmq')).openBullmq('postgres', services),
  },
  'yardmaster-postgres': {
    title: 'Yardmaster, Postgres',
    node: 'own',
    stores: ['postgres'],
    fillsTables: true,
    dispatches: true,
    open: async (services) => (await import('./contenders/yardmaster')).openYardmaster('postgres', services),
  },
  'pg-boss': {
    title: 'pg-boss',
    node: 'newest',
    stores: ['postgres'],
    note: 'works off what waits by loops of its fetch and complete, one for each slot; its work() would begin one job a slot each half second at most',
    open: async (services) => (await import('./contenders/pg-boss')).openPgBoss(services),
  },
  'graphile-worker': {
    title: 'graphile-worker',
    node: 'newest',
    stores: ['postgres'],
    note: 'keeps no row of a job that ended',
    open: async (services) =>
      (await import('./contenders/graphile-worker')).openGraphileWorker(false, services),
  },
  'graphile-worker-batched': {
    title: 'graphile-worker, batched',
    node: 'newest',
    stores: ['postgres'],
    note: 'keeps no row of a job that ended; takes and ends jobs in batches',
    open: async (services) =>
      (await import('./contenders/graphile-worker')).openGraphileWorker(true, services),
  },
  rq: {
    title: 'RQ, Django row',
    node: 'own',
    stores: ['postgres', 'redis'],
    share: 0.025,
    ownProcesses: true,
    note: 'forks for each job, so it is given a fortieth of the jobs (500 for 20,000); a slot is a process: one for 1 slot, two a core for 50 and 200',
    open: async (services) => (await import('./contenders/rq')).openRq(services),
  },
};
