import { YardmasterError } from '@/lib/errors';
import { Batcher } from '../batcher';
import type { JobRunnerClass } from '../runner';
import { createSchedule } from '../schedule/create-schedule';
import { endSchedule } from '../schedule/end-schedules';
import { insertJobs } from '../store/insert-jobs';
import { type Job, jobColumns } from '../store/job-row';
import { inTransaction, poolSql, type Sql, txSql } from '../store/sql';
import { newJob } from './new-job';
import { type EnqueueOptions, parseRequest, type Request } from './options';

/** What a key stands for: one runner, and one object or none. */
export function onceKeyOf(runner: string, instance: { type: string; id: string } | undefined): string {
  return JSON.stringify(instance ? [runner, instance.type, instance.id] : [runner]);
}

interface Call {
  request: Request;
  key: string;
  /** Calls with the same identity want the very same job. */
  identity: string;
}

// Calls made at the same time are decided together. A call never joins a decision that has already begun: that one
// may have seen a job which has ended since.
const calls = new Batcher<Call, Job>(decideTogether, { lanes: 2 });

/** See `JobRunner.enqueueOnce`. */
export async function enqueueOnce(runner: JobRunnerClass, options: EnqueueOptions<unknown>): Promise<Job> {
  const request = await parseRequest(runner, options);
  const key = onceKeyOf(request.entry.key, request.instance);
  if (options.tx) return decide(txSql(options.tx), request, key);
  const { entry: _, ...wanted } = request;
  return calls.add({ request, key, identity: JSON.stringify([key, wanted]) });
}

async function decideTogether(batch: Call[]): Promise<Job[]> {
  const decisions = new Map<string, Promise<Job>>();
  for (const { request, key, identity } of batch) {
    if (!decisions.has(identity)) decisions.set(identity, decideAlone(request, key));
  }
  return Promise.all(batch.map(({ identity }) => decisions.get(identity) as Promise<Job>));
}

/** Most calls find what they want: one read, no lock. */
async function decideAlone(request: Request, key: string): Promise<Job> {
  const found = await findLive(poolSql, request, key);
  if (found && (found.job.onceKey || found.job.scheduleId) && fits(found, request)) return found.job;
  return inTransaction((sql) => decide(sql, request, key));
}

interface Live {
  job: Job;
  cron: string | null;
  timeZone: string | null;
}

// The lock makes callers of one key take turns, also those inside open transactions. Should a caller's snapshot be
// too old to see the job before it (repeatable read), the unique index on once_key still refuses a second one.
async function decide(sql: Sql, request: Request, key: string): Promise<Job> {
  await sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))::text AS locked', [key]);
  const found = await findLive(sql, request, key);
  if (found && fits(found, request)) return adopt(sql, found.job, key);
  if (found) await replace(sql, found.job);
  else {
    const paused = await keepPaused(sql, request, key);
    if (paused) return paused;
  }
  if (request.rhythm) return createSchedule(sql, request, key);
  const [job] = await insertJobs(sql, [{ ...newJob(request), onceKey: key }]);
  return job as Job;
}

/** The live job of the runner and object: the key's own before others, one that waits for its time before one that runs. */
async function findLive(sql: Sql, { entry, instance }: Request, key: string): Promise<Live | undefined> {
  const rows = await sql<Job & { cron: string | null; timeZone: string | null }>(
    `SELECT ${jobColumns('j')}, s.cron, s.time_zone AS "timeZone"
     FROM (${liveSql("IN ('pending', 'scheduled')")} UNION ALL ${liveSql("= 'running'")}) j LEFT JOIN schedule s ON s.id = j.schedule_id
     ORDER BY coalesce(j.once_key, s.once_key) IS DISTINCT FROM $4, j.armed DESC, j.status = 'running', j.id LIMIT 1`,
    [entry.key, instance?.type ?? null, instance?.id ?? null, key],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { cron, timeZone, ...job } = row;
  return { job, cron, timeZone };
}

// What runs is in an index of its own.
const liveSql = (status: string): string => `SELECT * FROM job WHERE runner = $1
   AND object_type IS NOT DISTINCT FROM $2 AND object_id IS NOT DISTINCT FROM $3 AND status ${status}`;

/** As NetBox has it: no time asked for accepts any time; the rhythm must be the same, and so is having none. */
function fits({ job, cron, timeZone }: Live, { scheduleAt, rhythm }: Request): boolean {
  if (scheduleAt && job.runAt.getTime() !== scheduleAt.getTime()) return false;
  if (!rhythm) return job.interval === null && cron === null;
  if ('intervalMinutes' in rhythm) return job.interval === rhythm.intervalMinutes;
  return cron === rhythm.cron && timeZone === rhythm.timeZone;
}

/** A plain job that does what was asked for becomes the key's one job. */
async function adopt(sql: Sql, job: Job, key: string): Promise<Job> {
  if (job.onceKey || job.scheduleId) return job;
  await sql('UPDATE job SET once_key = $2 WHERE id = $1', [job.id, key]);
  return { ...job, onceKey: key };
}

/**
 * A schedule of this key that an operator has paused has nothing live. It stays paused, whatever code asks for: it takes
 * the new rhythm and its newest job stands for it. A request without a rhythm ends it.
 */
async function keepPaused(sql: Sql, { rhythm }: Request, key: string): Promise<Job | undefined> {
  const [schedule] = await sql<{ id: string; name: string; by: string | null }>(
    `SELECT id, name, paused_by AS by FROM schedule WHERE once_key = $1 AND ended_at IS NULL AND paused_at IS NOT NULL`,
    [key],
  );
  if (!schedule) return undefined;
  if (!rhythm) {
    await endSchedule(sql, schedule.id, 'replaced');
    return undefined;
  }
  const cron = 'cron' in rhythm ? rhythm : undefined;
  await sql(
    `UPDATE schedule SET interval_minutes = $2, cron = $3, time_zone = coalesce($4, time_zone), updated_at = now() WHERE id = $1::text::uuid`,
    [
      schedule.id,
      'intervalMinutes' in rhythm ? rhythm.intervalMinutes : null,
      cron?.cron ?? null,
      cron?.timeZone ?? null,
    ],
  );
  const [newest] = await sql<Job>(
    `SELECT ${jobColumns('j')} FROM job j WHERE j.schedule_id = $1::text::uuid ORDER BY j.id DESC LIMIT 1`,
    [schedule.id],
  );
  if (newest) return newest;
  throw new YardmasterError(
    'conflict',
    `The schedule "${schedule.name}" was paused by ${schedule.by}; resume it first.`,
  );
}

/** Takes the job away where it waits, with its schedule where it has one. One that runs goes on, without the key. */
async function replace(sql: Sql, job: Job): Promise<void> {
  if (job.scheduleId) return endSchedule(sql, job.scheduleId, 'replaced');
  await sql("DELETE FROM job WHERE id = $1 AND status IN ('pending', 'scheduled')", [job.id]);
  await sql("UPDATE job SET once_key = NULL WHERE id = $1 AND status = 'running'", [job.id]);
}
