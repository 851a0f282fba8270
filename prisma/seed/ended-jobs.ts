import { addEndedJob, addJob, addLog, type JobRow, type World } from './rows';
import { importLines } from './running-jobs';
import type { Workers } from './workers';

const STACK = `TypeError: Cannot read properties of undefined (reading 'lines')
    at readInvoice (plugins/reports/jobs/export-invoices.ts:48:31)
    at ExportInvoicesJob.run (plugins/reports/jobs/export-invoices.ts:22:27)
    at async runAttempt (lib/jobs/execute.ts:71:18)`;

/** Jobs that ended, one of every status and every reason, and some that are odd to look at. */
export function addEndedJobs(world: World, workers: Workers): void {
  const imports = { runner: 'warehouse.ImportOrdersJob', name: 'Import orders', queue: 'high' } as const;
  const invoices = { runner: 'reports.ExportInvoicesJob', name: 'Export invoices' } as const;

  const good = addEndedJob(world, 22, 48, {
    ...imports,
    status: 'completed',
    workerId: workers.main,
    progressDone: 240,
    progressTotal: 240,
    progressText: 'order 240 of 240',
    data: { imported: 240, refused: 2, regions: { north: 130, south: 110 }, next: '2026-11-23T18:00:00Z' },
  });
  addLog(world, good.id, importLines(240), { from: world.clock.ago(22), everyMs: 200 });
  const long = addEndedJob(world, 300, 2400, {
    runner: 'warehouse.RebuildIndexJob',
    name: 'Rebuild the search index',
    status: 'completed',
    workerId: workers.bulk,
    data: { articles: 1_204_311 },
  });
  addLog(world, long.id, importLines(5000), { from: world.clock.ago(300), everyMs: 480 });
  addEndedJob(world, 40, 0.02, {
    runner: 'core.HousekeepingJob',
    name: 'Housekeeping',
    status: 'completed',
  });
  addOddJobs(world);

  const failed = addEndedJob(world, 35, 3, {
    ...imports,
    status: 'failed',
    workerId: workers.main,
    error: 'shop.example.com refused the API key. Enter a new one in the settings of the shop.',
  });
  addLog(world, failed.id, importLines(3), { from: world.clock.ago(35) });
  addEndedJob(world, 33, 61, {
    ...imports,
    status: 'completed',
    againOfId: failed.id,
    data: { imported: 12 },
  });
  addEndedJob(world, 70, 1, {
    ...imports,
    status: 'failed',
    reason: 'invalid_args',
    attemptNo: 0,
    startedAt: null,
    error: 'regions: expected array, received string',
  });

  const errored = addEndedJob(world, 16, 2, {
    ...invoices,
    status: 'errored',
    workerId: workers.main,
    error: "TypeError: Cannot read properties of undefined (reading 'lines')",
    errorStack: STACK,
  });
  addLog(world, errored.id, [
    ['info', 'Exporting 88 invoices of October 2026'],
    ['error', STACK],
  ]);
  addAttempts(world, errored, 'errored');
  addAttempts(world, failed, 'failed');
  addEndedJob(world, 90, 300, {
    ...invoices,
    status: 'errored',
    reason: 'timed_out',
    error: 'It ran longer than 5 minutes.',
  });
  const lost = addEndedJob(world, 330, 1200, {
    ...imports,
    status: 'errored',
    reason: 'worker_lost',
    attemptNo: 3,
    lostAttempts: 3,
    error: 'Three workers in a row went silent while they ran this.',
  });
  for (const no of [1, 2, 3]) {
    const startedAt = world.clock.ago(330 - no * 5);
    world.attempts.push({
      jobId: lost.id,
      no,
      workerId: workers.lost,
      dueAt: startedAt,
      startedAt,
      outcome: 'lost',
      endedAt: world.clock.ago(329 - no * 5),
    });
  }
  addCancelledJobs(world);
}

function addCancelledJobs(world: World): void {
  const cancelled = (minutesAgo: number, given: Partial<JobRow>) =>
    addEndedJob(world, minutesAgo, 0, {
      runner: 'warehouse.ImportOrdersJob',
      name: 'Import orders',
      status: 'cancelled',
      attemptNo: 0,
      startedAt: null,
      ...given,
    });
  cancelled(55, {
    reason: 'cancelled_by_user',
    cancelAskedBy: 'Administrator',
    cancelReason: 'Started by mistake',
    cancelAskedAt: world.clock.ago(54),
  });
  cancelled(65, { reason: 'skipped_overlap' });
  cancelled(1500, { reason: 'missed' });
  cancelled(4000, {
    reason: 'object_deleted',
    runner: 'data_sources.SyncDataSourceJob',
    name: 'Sync data source',
  });
  cancelled(130, { reason: 'replaced' });
  cancelled(140, { reason: 'unknown_runner', runner: 'warehouse.GoneJob', name: 'Gone' });
}

/** Names and values that try a page's patience: markup, right-to-left, very long, very deep. */
function addOddJobs(world: World): void {
  const odd = { runner: 'warehouse.CountStockJob', status: 'completed' } as const;
  const markup = addEndedJob(world, 80, 1, {
    ...odd,
    name: '<img src=x onerror=alert(1)> & "quotes"',
    args: { html: '<script>alert(1)</script>' },
  });
  addLog(world, markup.id, [
    ['info', '<b>bold?</b> \u001b[31mred?\u001b[0m'],
    ['info', `one line\n  two lines\n    ${'long '.repeat(120)}`],
  ]);
  addEndedJob(world, 82, 1, { ...odd, name: 'مزامنة المخزون — 在庫を数える 🚂' });
  addEndedJob(world, 84, 1, { ...odd, name: `Count the stock of ${'every hall and '.repeat(15)}the yard` });
  addEndedJob(world, 86, 1, {
    ...odd,
    name: 'Count stock',
    args: { halls: Array.from({ length: 400 }, (_, hall) => ({ hall, shelves: hall % 9 })) },
  });
  addJob(world, 0.01, { ...odd, name: 'Count stock of hall 13', status: 'pending' });
}

function addAttempts(world: World, job: JobRow, outcome: 'failed' | 'errored'): void {
  const { startedAt, completedAt, workerId, error, errorStack } = job;
  if (!startedAt || !completedAt) return;
  world.attempts.push({
    jobId: job.id,
    no: 1,
    workerId,
    dueAt: startedAt,
    startedAt,
    endedAt: completedAt,
    outcome,
    error,
    errorStack,
  });
}
