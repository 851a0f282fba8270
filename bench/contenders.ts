import type { OpenContender } from './contender';

/** Who takes part, in the order of the table. The newest peers need a newer Node than the project supports. */
export const contenders: Record<string, { title: string; node: 'own' | 'newest'; open: OpenContender }> = {
  'bullmq-redis': {
    title: 'raw BullMQ, Redis',
    node: 'own',
    open: async (services) => (await import('./contenders/bullmq')).openBullmq('redis', services),
  },
  'yardmaster-redis': {
    title: 'Yardmaster, Redis',
    node: 'own',
    open: async (services) => (await import('./contenders/yardmaster')).openYardmaster('redis', services),
  },
  'bullmq-postgres': {
    title: 'raw BullMQ, Postgres',
    node: 'own',
    open: async (services) => (await import('./contenders/bullmq')).openBullmq('postgres', services),
  },
  'yardmaster-postgres': {
    title: 'Yardmaster, Postgres',
    node: 'own',
    open: async (services) => (await import('./contenders/yardmaster')).openYardmaster('postgres', services),
  },
  'pg-boss': {
    title: 'pg-boss 12',
    node: 'newest',
    open: async (services) => (await import('./contenders/pg-boss')).openPgBoss(services),
  },
  'graphile-worker': {
    title: 'graphile-worker',
    node: 'newest',
    open: async (services) => (await import('./contenders/graphile-worker')).openGraphileWorker(false, services),
  },
  'graphile-worker-batched': {
    title: 'graphile-worker, batched',
    node: 'newest',
    open: async (services) => (await import('./contenders/graphile-worker')).openGraphileWorker(true, services),
  },
};
