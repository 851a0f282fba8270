import { config } from '@/lib/config';
import { boundedQuery } from '@/lib/jobs/queries/bounded-query';
import { SILENT_AFTER_MS } from '@/lib/jobs/store/reap-jobs';
import { poolSql } from '@/lib/jobs/store/sql';
import { version } from '@/lib/version';

const LIMIT_MS = 2_000;
const TABLES = [
  'job',
  'job_attempt',
  'job_log_entry',
  'schedule',
  'notification',
  'audit_event',
  'job_statistic',
  'job_statistic_hour',
  'queue_depth',
];

export interface TableSize {
  name: string;
  /** As the last ANALYZE estimated; null when there was none. */
  rows: number | null;
  /** With indexes and what is stored out of line. */
  bytes: number;
}

export interface SystemState {
  /** Of the process that answers. */
  version: string;
  readOnly: boolean;
  postgres: {
    version: string;
    embedded: boolean;
    /** One round trip of the smallest query, in milliseconds. */
    latencyMs: number;
    tables: TableSize[];
  };
  transport: {
    /** Where the web process's own settings say that it is. */
    configured: 'postgres' | 'redis';
    /** Where live workers have it, with how many of them and what troubles the first of those in trouble. */
    workers: { backend: string; workers: number; troubled: number; trouble: string | null }[];
  };
  /** Live workers by what they were built from, the most common first. */
  builds: { version: string; workers: number }[];
  retention: { jobDays: number; perSchedule: number; auditDays: number; statisticsDays: number };
}

/** What the installation runs on, as this process and the workers' rows tell it. Sizes are estimates; nothing is counted. */
export async function readSystem(): Promise<SystemState> {
  const began = performance.now();
  await poolSql('SELECT 1', []);
  const latencyMs = Math.round((performance.now() - began) * 10) / 10;
  const [server, tables, transports, builds] = await Promise.all([
    poolSql<{ version: string }>(
      "SELECT split_part(current_setting('server_version'), ' ', 1) AS version",
      [],
    ),
    boundedQuery<{ name: string; rows: number; bytes: string }>(SIZES, [TABLES], LIMIT_MS),
    poolSql<SystemState['transport']['workers'][number]>(
      `SELECT backend, count(*)::int AS workers, count(trouble)::int AS troubled, min(trouble) AS trouble
         FROM worker_process WHERE ${LIVE} GROUP BY backend ORDER BY 2 DESC, 1`,
      [SILENT_AFTER_MS],
    ),
    poolSql<SystemState['builds'][number]>(
      `SELECT version, count(*)::int AS workers FROM worker_process WHERE ${LIVE} GROUP BY version ORDER BY 2 DESC, 1`,
      [SILENT_AFTER_MS],
    ),
  ]);
  const { embedded, redisUrl, readOnly, ...settings } = config();
  return {
    version,
    readOnly,
    postgres: {
      version: server[0]?.version ?? '',
      embedded,
      latencyMs,
      tables: tables.map(({ name, rows, bytes }) => ({
        name,
        rows: rows < 0 ? null : rows,
        bytes: Number(bytes),
      })),
    },
    transport: { configured: redisUrl ? 'redis' : 'postgres', workers: transports },
    builds,
    retention: {
      jobDays: settings.jobRetentionDays,
      perSchedule: settings.jobRetentionPerSchedule,
      auditDays: settings.auditRetentionDays,
      statisticsDays: settings.statisticsRetentionDays,
    },
  };
}

/** Of a worker's row: it beats, and is no process that only ran a job `immediate`. */
export const LIVE = `ended_at IS NULL AND NOT lost AND backend <> 'in-process'
  AND heartbeat_at >= now() - $1 * interval '1 millisecond'`;

const SIZES = `
  SELECT c.relname AS name, c.reltuples::float8 AS rows, pg_total_relation_size(c.oid) AS bytes
    FROM pg_class c
   WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND c.relname = ANY($1)
   ORDER BY 3 DESC, 1`;
