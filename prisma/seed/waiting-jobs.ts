import { addJob, addLog, type World } from './rows';
import type { Workers } from './workers';

/** Jobs that wait: for a slot, behind a pause, for a worker that nobody runs, for their time, for a retry. */
export function addWaitingJobs(world: World, workers: Workers): void {
  for (let n = 0; n < 3; n++) {
    addJob(world, 0.05, {
      runner: 'warehouse.ImportOrdersJob',
      name: 'Import orders',
      queue: 'high',
      status: 'pending',
    });
  }
  for (let n = 0; n < 40; n++) {
    const name = `Export invoice ${1200 + n}`;
    addJob(world, 1 + n / 10, {
      runner: 'reports.ExportInvoicesJob',
      name,
      status: 'pending',
      args: { invoice: 1200 + n },
    });
  }
  for (let n = 0; n < 260; n++) {
    addJob(world, 180 - n / 2, {
      runner: 'reports.SendMailJob',
      name: 'Send mail',
      queue: 'low',
      status: 'pending',
    });
  }
  for (let n = 0; n < 12; n++) {
    const given = {
      runner: 'warehouse.CountStockJob',
      name: `Count stock of hall ${n + 1}`,
      status: 'pending',
    } as const;
    addJob(world, 50 - n, { ...given, queue: 'warehouse.bulk' });
  }
  addJob(world, 14, {
    runner: 'warehouse.PrintLabelsJob',
    name: 'Print labels',
    status: 'pending',
    reason: 'unknown_runner',
    dispatchNo: 3,
  });
  addJob(world, 200, {
    runner: 'reports.YearEndJob',
    name: 'Year end closing',
    status: 'scheduled',
    runAt: world.clock.ago(-2 * 1440),
    notifications: 'on_failure',
  });

  const retrying = addJob(world, 11, {
    runner: 'warehouse.ImportOrdersJob',
    name: 'Import orders',
    queue: 'high',
    status: 'scheduled',
    runAt: world.clock.ago(-4),
    dispatchNo: 3,
    attemptNo: 2,
    failedAttempts: 2,
    maxRetries: 3,
    startedAt: world.clock.ago(6),
    error: 'shop.example.com answered 503 Service Unavailable',
  });
  for (const [no, minutesAgo] of [
    [1, 11],
    [2, 6],
  ] as const) {
    world.attempts.push({
      jobId: retrying.id,
      no,
      workerId: workers.main,
      dueAt: world.clock.ago(minutesAgo),
      startedAt: world.clock.ago(minutesAgo),
      endedAt: world.clock.ago(minutesAgo - 0.4),
      outcome: 'failed',
      error: 'shop.example.com answered 503 Service Unavailable',
    });
    addLog(
      world,
      retrying.id,
      [
        ['info', 'Reading orders from https://shop.example.com/api/orders'],
        ['error', 'shop.example.com answered 503 Service Unavailable'],
      ],
      { attempt: no, from: world.clock.ago(minutesAgo) },
    );
  }
}
