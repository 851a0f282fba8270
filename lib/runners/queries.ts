import { pool } from '@/lib/db/client';
import type { JobReason, JobStatus } from '@/lib/db/generated/enums';
import { YardmasterError } from '@/lib/errors';
import { newestSql } from '@/lib/jobs/queries/newest-sql';
import { type RegisteredRunner, registry } from '@/lib/jobs/registry';
import { SILENT_AFTER_MS } from '@/lib/jobs/store/reap-jobs';
import { type ArgsSchema, describeArgs } from './args-schema';

export interface RunnerSummary {
  /** `plugin_name.ClassName`. */
  key: string;
  name: string;
  description: string;
  /** The plugin's name as an operator reads it; null for a runner that no plugin lists. */
  plugin: string | null;
  queue: string;
  timeoutMs: number;
  /** Attempts after the first that failed. */
  retries: number;
  /** Its newest job. */
  lastJob: { id: string; status: JobStatus; reason: JobReason | null; createdAt: string } | null;
  /** The earliest occurrence that its schedules have armed. ISO 8601. */
  nextRunAt: string | null;
}

export interface RunnerDetail extends RunnerSummary {
  overlap: 'skip' | 'queue' | 'allow';
  catchUp: 'one' | 'none' | 'all';
  notifications: 'always' | 'on_failure' | 'never';
  isolate: boolean;
  args: ArgsSchema;
  /** Every queue that its jobs may go to. */
  queues: string[];
  objectTypes: { type: string; label: string }[];
  /** The live workers, at most 200; those that know it stand first. */
  workers: RunnerWorker[];
}

export interface RunnerWorker {
  id: string;
  host: string;
  pid: number;
  version: string;
  /** Whether it was built with the runner. */
  knows: boolean;
  /** Whether it serves the runner's own queue. */
  serves: boolean;
}

interface Row extends Pick<RunnerSummary, 'key'> {
  lastJob: RunnerSummary['lastJob'];
  nextRunAt: Date | null;
}

/** Every runner this process knows, by name. The registry is in memory; two index reads a runner fetch the rest. */
export async function listRunners(): Promise<RunnerSummary[]> {
  const { runners } = await registry();
  return summarise(runners);
}

/** One runner with the schema of its arguments. @throws YardmasterError `not_found` */
export async function getRunner(key: string): Promise<RunnerDetail> {
  const runner = await findRunner(key);
  if (!runner) throw new YardmasterError('not_found', `No plugin here provides the runner ${key}.`);
  return runner;
}

/** As `getRunner`; null when no plugin here provides it. */
export async function findRunner(key: string): Promise<RunnerDetail | null> {
  const known = await registry();
  const entry = known.find(key);
  const [summary] = entry ? await summarise([entry]) : [];
  if (!entry || !summary) return null;
  const { overlap, catchUp, notifications, isolate, queue } = entry.meta;
  const { rows } = await pool().query<RunnerWorker>(LIVE_WORKERS, [SILENT_AFTER_MS, key, queue]);
  return {
    ...summary,
    ...{ overlap, catchUp, notifications, isolate },
    args: describeArgs(entry.runner.args),
    queues: [...known.queues],
    objectTypes: known.objectTypes.map(({ type, label }) => ({ type, label })),
    workers: rows,
  };
}

async function summarise(entries: readonly RegisteredRunner[]): Promise<RunnerSummary[]> {
  const { rows } = await pool().query<Row>(FACTS, [entries.map(({ key }) => key)]);
  const facts = new Map(rows.map((row) => [row.key, row]));
  return entries
    .map(({ key, meta, plugin }) => {
      const { lastJob = null, nextRunAt = null } = facts.get(key) ?? {};
      return {
        key,
        name: meta.name,
        description: meta.description,
        plugin: plugin ? plugin.verboseName || plugin.name : null,
        queue: meta.queue,
        timeoutMs: meta.timeout * 1000,
        retries: meta.retries,
        lastJob: lastJob && { ...lastJob, createdAt: new Date(lastJob.createdAt).toISOString() },
        nextRunAt: nextRunAt?.toISOString() ?? null,
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}

const FACTS = `
  WITH running AS (SELECT * FROM job WHERE status = 'running')
  SELECT k.key, last."lastJob", next.run_at AS "nextRunAt"
    FROM unnest($1::text[]) k(key)
    LEFT JOIN LATERAL (
      SELECT json_build_object('id', id, 'status', status, 'reason', reason, 'createdAt', created_at) AS "lastJob" FROM (
        (SELECT * ${newestSql('runner', 'k.key', 1, "AND status <> 'running' AND NOT armed")})
        UNION ALL (SELECT * FROM running WHERE runner = k.key AND NOT armed ORDER BY id DESC LIMIT 1)
      ) one ORDER BY id DESC LIMIT 1
    ) last ON true
    LEFT JOIN LATERAL (
      SELECT min(run_at) AS run_at FROM (
        SELECT run_at FROM job WHERE runner = k.key AND armed AND status IN ('pending', 'scheduled')
        UNION ALL SELECT run_at FROM running WHERE runner = k.key AND armed) one
    ) next ON true`;

const LIVE_WORKERS = `
  SELECT id, host, pid, version, $2 = ANY(runners) AS knows, $3 = ANY(queues) AS serves FROM worker_process
   WHERE ended_at IS NULL AND NOT lost AND heartbeat_at >= now() - $1 * interval '1 millisecond'
   ORDER BY knows DESC, serves DESC, host, pid LIMIT 200`;
