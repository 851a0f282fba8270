import type { Prisma } from '@/lib/db/client';
import type { LogLevel } from '@/lib/db/generated/enums';
import { type Clock, clockAt } from './clock';

export type JobRow = Prisma.JobCreateManyInput & { id: string };
export type Line = readonly [LogLevel, string];

/** Collects the rows of a world; the parts of the seed add to it, `insertWorld` writes it. */
export interface World {
  readonly clock: Clock;
  readonly workers: Prisma.WorkerProcessCreateManyInput[];
  readonly queues: Prisma.QueueControlCreateManyInput[];
  readonly schedules: Prisma.ScheduleCreateManyInput[];
  readonly sources: Prisma.DataSourceCreateManyInput[];
  readonly files: Prisma.DataFileCreateManyInput[];
  readonly jobs: JobRow[];
  readonly attempts: Prisma.JobAttemptCreateManyInput[];
  readonly logs: Prisma.JobLogEntryCreateManyInput[];
  readonly bulk: Prisma.BulkOperationCreateManyInput[];
  readonly outcomes: Prisma.BulkOutcomeCreateManyInput[];
  readonly audit: Prisma.AuditEventCreateManyInput[];
  readonly minutes: Prisma.JobStatisticCreateManyInput[];
  readonly hours: Prisma.JobStatisticHourCreateManyInput[];
  readonly depths: Prisma.QueueDepthCreateManyInput[];
  readonly failures: Prisma.FailureGroupCreateManyInput[];
}

export function emptyWorld(now: Date): World {
  return {
    clock: clockAt(now),
    workers: [],
    queues: [],
    schedules: [],
    sources: [],
    files: [],
    jobs: [],
    attempts: [],
    logs: [],
    bulk: [],
    outcomes: [],
    audit: [],
    minutes: [],
    hours: [],
    depths: [],
    failures: [],
  };
}

type JobGiven = Partial<JobRow> & Pick<JobRow, 'runner' | 'name' | 'status'>;

/** Adds a job; what is not given follows from the moment it was made, this many minutes ago. */
export function addJob(world: World, minutesAgo: number, given: JobGiven): JobRow {
  const createdAt = world.clock.ago(minutesAgo);
  const row: JobRow = {
    id: world.clock.idAt(createdAt),
    queue: 'default',
    timeoutMs: 300_000,
    createdAt,
    runAt: createdAt,
    ...given,
  };
  world.jobs.push(row);
  return row;
}

/** Adds a job that began a second after it was made and ended after `seconds`. */
export function addEndedJob(world: World, minutesAgo: number, seconds: number, given: JobGiven): JobRow {
  const startedAt = new Date(world.clock.ago(minutesAgo).getTime() + 1000);
  const completedAt = new Date(startedAt.getTime() + seconds * 1000);
  return addJob(world, minutesAgo, { startedAt, completedAt, dispatchNo: 1, attemptNo: 1, ...given });
}

/** Adds log lines to an attempt of a job, `everyMs` apart from `from` on. */
export function addLog(
  world: World,
  jobId: string,
  lines: readonly Line[],
  { attempt = 1, from = world.clock.now, everyMs = 700 } = {},
): void {
  for (const [seq, [level, message]] of lines.entries()) {
    world.logs.push({ jobId, attempt, seq, at: new Date(from.getTime() + seq * everyMs), level, message });
  }
}
