import { addEndedJob, type JobRow, type World } from './rows';

const MINUTES_AGO = 58;
const ERROR = "TypeError: Cannot read properties of undefined (reading 'lines')";

/** A retry of many jobs that is through: most completed then, some failed again, some were left alone. */
export function addBulkOperation(world: World): string {
  const { clock, bulk, outcomes } = world;
  const exports = world.jobs.filter(
    ({ runner, scheduleId, createdAt }) =>
      runner === 'reports.ExportInvoicesJob' && !scheduleId && new Date(createdAt ?? 0) < clock.ago(100),
  );
  const retried = exports.filter(({ status }) => status === 'completed').slice(-12);
  const again = exports.filter(({ status }) => status === 'errored').slice(-3);
  const skipped = exports.filter(({ status }) => status === 'completed').slice(-17, -12);
  for (const job of [...retried, ...again]) tryAgain(world, job);

  const askedAt = clock.ago(MINUTES_AGO);
  const operation = clock.idAt(askedAt);
  const name = `Retry ${retried.length + again.length + skipped.length} jobs`;
  const job = addEndedJob(world, MINUTES_AGO, 2, {
    ...{ runner: 'core.BulkOperationJob', name, status: 'completed', args: { operation } },
    data: { changed: retried.length + again.length, skipped: skipped.length },
  });
  bulk.push({
    ...{ id: operation, verb: 'retry', filter: 'runner=reports.ExportInvoicesJob&search=invoice' },
    ...{ actor: 'Administrator', reason: 'The accounting system answers again', askedAt, jobId: job.id },
    ...{ matched: retried.length + again.length + skipped.length },
    ...{ changed: retried.length + again.length, skipped: skipped.length },
    finishedAt: job.completedAt,
  });
  const told = (row: JobRow, status: 'errored' | 'completed', why: string | null) =>
    outcomes.push({ operationId: operation, jobId: row.id, name: row.name, status, skipped: why });
  for (const row of [...retried, ...again]) told(row, 'errored', null);
  for (const row of skipped) told(row, 'completed', 'completed');
  return operation;
}

/** What it ended with before becomes its first attempt; its end is that of the second. */
function tryAgain(world: World, job: JobRow): void {
  const startedAt = new Date(world.clock.ago(MINUTES_AGO - 1));
  world.attempts.push({
    ...{ jobId: job.id, no: 1, workerId: job.workerId ?? null, outcome: 'errored', error: ERROR },
    ...{
      dueAt: job.runAt ?? startedAt,
      startedAt: job.startedAt ?? startedAt,
      endedAt: job.completedAt ?? startedAt,
    },
  });
  Object.assign(job, {
    ...{ attemptNo: 2, dispatchNo: 2, failedAttempts: 1, runAt: world.clock.ago(MINUTES_AGO), startedAt },
    completedAt: new Date(startedAt.getTime() + 4_000),
  });
}
