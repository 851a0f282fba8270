import { addEndedJob, addJob, addLog, type World } from './rows';
import type { Schedules } from './schedules';
import type { Workers } from './workers';

/** The rarer reasons to wait, and a job with attempts of every outcome: what the page of one job has to tell. */
export function addJobStates(world: World, workers: Workers, schedules: Schedules): void {
  const { clock } = world;
  const imports = { runner: 'warehouse.ImportOrdersJob', name: 'Import orders' } as const;
  const sync = { runner: 'data_sources.SyncDataSourceJob', name: 'Sync data source' } as const;
  const running = { status: 'running', dispatchNo: 1, attemptNo: 1 } as const;

  // A queue with a limit that is reached.
  addJob(world, 6, {
    ...sync,
    ...running,
    queue: 'data_sources.sync',
    workerId: workers.bulk,
    startedAt: clock.ago(5.9),
  });
  addJob(world, 5, { ...sync, queue: 'data_sources.sync', status: 'pending' });

  // A queue whose only slot is taken.
  const night = { ...imports, queue: 'warehouse.night' };
  addJob(world, 8, { ...night, ...running, workerId: workers.night, startedAt: clock.ago(7.9) });
  for (let n = 0; n < 3; n++) addJob(world, 4 - n, { ...night, status: 'pending' });

  // A queue whose only worker cannot reach its store.
  addJob(world, 3.5, { ...imports, queue: 'reports.mail', status: 'pending' });

  // Held back: it has lost two workers, and another such job runs.
  const suspect = { ...imports, queue: 'high', lostAttempts: 2, attemptNo: 3, dispatchNo: 3 } as const;
  const on = { workerId: workers.main, startedAt: clock.ago(0.6) };
  addLostAttempts(world, addJob(world, 31, { ...suspect, ...on, status: 'running' }), workers);
  addLostAttempts(world, addJob(world, 30, { ...suspect, attemptNo: 2, status: 'pending' }), workers);

  // An occurrence that waits for the one before it.
  const report = {
    runner: 'reports.NightlyReportJob',
    name: 'Nightly report',
    scheduleId: schedules.nightlyReport,
  };
  addJob(world, 75, {
    ...report,
    ...running,
    workerId: workers.main,
    startedAt: clock.ago(74),
    occurrenceAt: clock.ago(75),
  });
  addJob(world, 15, { ...report, status: 'scheduled', occurrenceAt: clock.ago(15) });

  addManyAttempts(world, workers);
}

/** The two workers that it has lost. */
function addLostAttempts({ clock, attempts }: World, { id }: { id: string }, { lost }: Workers): void {
  for (const no of [1, 2]) {
    const startedAt = clock.ago(30 - no * 8);
    const ended = {
      outcome: 'lost',
      endedAt: clock.ago(29 - no * 8),
      error: 'Its worker went silent',
    } as const;
    attempts.push({ jobId: id, no, workerId: lost, dueAt: startedAt, startedAt, ...ended });
  }
}

function addManyAttempts(world: World, workers: Workers): void {
  const { clock } = world;
  const job = addEndedJob(world, 125, 50, {
    runner: 'reports.ExportInvoicesJob',
    name: 'Export invoices 2026-09',
    status: 'completed',
    workerId: workers.bulk,
    attemptNo: 5,
    failedAttempts: 2,
    lostAttempts: 1,
    maxRetries: 3,
    runAt: clock.ago(101),
    startedAt: clock.ago(100.9),
    completedAt: clock.ago(99),
    args: {
      month: '2026-09',
      recipients: ['books@example.com', 'audit@example.com'],
      template: `<h1>Invoice</h1>\n${'A paragraph of the letter that goes with it. '.repeat(60)}`,
      options: { format: 'pdf', sign: true, since: null, limits: { pages: 40, bytes: 12_000_000 } },
    },
    data: { exported: 91, skipped: [], files: Array.from({ length: 91 }, (_, n) => `invoice-${n}.pdf`) },
  });
  const outcomes = ['failed', 'interrupted', 'lost', 'timed_out'] as const;
  for (const [at, outcome] of outcomes.entries()) {
    const startedAt = clock.ago(125 - at * 6);
    world.attempts.push({
      jobId: job.id,
      no: at + 1,
      workerId: outcome === 'lost' ? workers.lost : workers.main,
      dueAt: new Date(startedAt.getTime() - 400),
      startedAt,
      endedAt: clock.ago(124 - at * 6),
      outcome,
      error:
        outcome === 'failed'
          ? 'The accounting system answered 503 Service Unavailable'
          : outcome === 'timed_out'
            ? 'It ran longer than its timeout of 60 s allows.'
            : outcome === 'lost'
              ? 'Its worker went silent'
              : null,
    });
    addLog(world, job.id, [['info', 'Exporting 91 invoices of September 2026']], {
      attempt: at + 1,
      from: startedAt,
    });
  }
}
