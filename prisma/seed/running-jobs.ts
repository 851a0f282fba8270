import { addJob, addLog, type JobRow, type Line, type World } from './rows';
import type { Workers } from './workers';

/** Jobs at work: with progress, without, asked to stop, on a silent worker, in a second attempt. */
export function addRunningJobs(world: World, workers: Workers): void {
  const start = (
    minutesAgo: number,
    worker: string,
    given: Omit<Parameters<typeof addJob>[2], 'status'>,
  ): JobRow =>
    addJob(world, minutesAgo, {
      status: 'running',
      workerId: worker,
      startedAt: world.clock.ago(minutesAgo - 0.02),
      dispatchNo: 1,
      attemptNo: 1,
      ...given,
    });

  const orders = start(3, workers.main, {
    runner: 'warehouse.ImportOrdersJob',
    name: 'Import orders',
    queue: 'high',
    args: { since: '2026-11-22', full: true, regions: ['north', 'south'] },
    progressDone: 312,
    progressTotal: 1000,
    progressText: 'order 312 of 1000',
  });
  addLog(world, orders.id, importLines(120), { from: world.clock.ago(3), everyMs: 1400 });

  start(45, workers.bulk, {
    runner: 'warehouse.RebuildIndexJob',
    name: 'Rebuild the search index',
    timeoutMs: 3_600_000,
    args: { index: 'articles' },
  });
  const stopping = start(12, workers.main, {
    runner: 'reports.ExportInvoicesJob',
    name: 'Export invoices 2026-10',
    cancelAskedAt: world.clock.ago(0.3),
    cancelAskedBy: 'Administrator',
    cancelReason: 'Wrong month',
    progressDone: 61,
    progressTotal: 88,
    progressText: 'invoice 61 of 88',
  });
  addLog(world, stopping.id, [
    ['info', 'Exporting 88 invoices of October 2026'],
    ['warning', 'Invoice 40 has no address; it is exported without one'],
    ['info', 'Asked to stop; finishing the invoice at hand'],
  ]);
  start(20, workers.silent, {
    runner: 'data_sources.SyncDataSourceJob',
    name: 'Sync data source',
    progressDone: 3,
    progressTotal: 40,
    progressText: 'file 3 of 40',
  });

  const again = start(9, workers.bulk, {
    runner: 'warehouse.ImportOrdersJob',
    name: 'Import orders',
    dispatchNo: 2,
    attemptNo: 2,
    lostAttempts: 1,
    maxRetries: 2,
    startedAt: world.clock.ago(2),
  });
  world.attempts.push({
    jobId: again.id,
    no: 1,
    workerId: workers.lost,
    dueAt: world.clock.ago(9),
    startedAt: world.clock.ago(8.9),
    endedAt: world.clock.ago(2.2),
    outcome: 'lost',
    error: 'The worker that ran this went silent.',
  });
  addLog(world, again.id, importLines(25), { from: world.clock.ago(8.9) });
  addLog(world, again.id, importLines(8), { attempt: 2, from: world.clock.ago(2) });
}

/** Lines as an import writes them: mostly calm, a warning now and then, one error it goes on from. */
export function importLines(count: number): Line[] {
  return Array.from({ length: count }, (_, n): Line => {
    if (n === 0) return ['info', 'Reading orders from https://shop.example.com/api/orders'];
    if (n % 37 === 36) return ['error', `Order ${70_000 + n} refused: the article 88-${n} does not exist`];
    if (n % 11 === 10) return ['warning', `Order ${70_000 + n} has no delivery date; today is taken`];
    if (n % 3 === 2) return ['debug', `GET /api/orders/${70_000 + n} → 200 in ${20 + (n % 17)} ms`];
    return ['info', `Order ${70_000 + n} imported with ${1 + (n % 5)} articles`];
  });
}
