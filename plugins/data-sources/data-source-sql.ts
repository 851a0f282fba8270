import type { JobStatus } from '@/lib/jobs';
import { DATA_SOURCE } from './object-type';

/** A row of `SUMMARY_COLUMNS`. */
export interface SummaryRow {
  id: string;
  name: string;
  type: string;
  url: string;
  enabled: boolean;
  description: string;
  syncIntervalMinutes: number | null;
  lastSyncedAt: Date | null;
  jobId: string | null;
  jobStatus: JobStatus | null;
  jobError: string | null;
  nextSyncAt: Date | null;
}

/** A row of `GET_DATA_SOURCE`. */
export interface DetailRow extends SummaryRow {
  parameters: Record<string, unknown>;
  hasSecret: boolean;
  ignoreRules: string;
  scheduleId: string | null;
  files: bigint;
  bytes: bigint;
  createdAt: Date;
  updatedAt: Date;
}

export const SUMMARY_COLUMNS = `s.id, s.name, s.type, s.url, s.enabled, s.description,
  CASE WHEN s.enabled AND own.id IS NULL THEN NULL
       ELSE coalesce(own.interval_minutes, s.sync_interval_minutes) END AS "syncIntervalMinutes", s.last_synced_at AS "lastSyncedAt",
  latest.id AS "jobId", latest.status::text AS "jobStatus", latest.error AS "jobError", due.run_at AS "nextSyncAt"`;

/**
 * The jobs of each source `s`, by index. Of the newest five the one that runs counts, then one that waits, then the one
 * that ended last. Next occurrences and cancelled jobs (skipped ones, for instance) say nothing about the files.
 * How often it is synced is what its own schedule says, which may be edited or ended by itself (`own`).
 */
export const JOIN_JOBS = `
  LEFT JOIN LATERAL (
    SELECT recent.id, recent.status, recent.error FROM (
      SELECT j.id, j.status, j.error FROM job j
       WHERE j.object_type = '${DATA_SOURCE}' AND j.object_id = s.id::text AND j.status <> 'cancelled'
         AND NOT (j.status = 'scheduled' AND j.attempt_no = 0)
       ORDER BY j.id DESC LIMIT 5) recent
    ORDER BY recent.status <> 'running', recent.status NOT IN ('pending', 'scheduled'), recent.id DESC LIMIT 1
  ) latest ON true
  LEFT JOIN LATERAL (
    SELECT j.run_at, j.schedule_id FROM schedule d JOIN job j ON j.schedule_id = d.id AND j.armed
     WHERE d.object_type = '${DATA_SOURCE}' AND d.object_id = s.id::text AND d.ended_at IS NULL AND d.paused_at IS NULL
     ORDER BY j.run_at LIMIT 1
  ) due ON true
  LEFT JOIN LATERAL (
    SELECT d.id, d.interval_minutes FROM schedule d
     WHERE d.object_type = '${DATA_SOURCE}' AND d.object_id = s.id::text AND d.ended_at IS NULL AND d.once_key IS NOT NULL LIMIT 1
  ) own ON true`;

/** One source by its id, with its files counted. */
export const GET_DATA_SOURCE = `
  SELECT ${SUMMARY_COLUMNS}, s.parameters, s.secrets IS NOT NULL AS "hasSecret", s.ignore_rules AS "ignoreRules",
         due.schedule_id AS "scheduleId", held.files, held.bytes, s.created_at AS "createdAt", s.updated_at AS "updatedAt"
    FROM data_source s ${JOIN_JOBS}
    CROSS JOIN LATERAL (
      SELECT count(*) AS files, coalesce(sum(f.size), 0)::bigint AS bytes FROM data_file f WHERE f.source_id = s.id
    ) held
   WHERE s.id = $1::uuid`;
