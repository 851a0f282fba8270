import { z } from 'zod';
import type { JobStatus } from '@/lib/jobs';
import { db, YardmasterError } from '@/lib/plugins';
import {
  type DetailRow,
  GET_DATA_SOURCE,
  JOIN_JOBS,
  SUMMARY_COLUMNS,
  type SummaryRow,
} from './data-source-sql';
import { type KeysetPage, keysetPage } from './keyset-page';
import type { ListFilter } from './schema';
import { listSourceTypes } from './source-types';
import { type DataSourceStatus, statusOf } from './status';

const PAGE_SIZE = 50;

export interface DataSourceSummary {
  id: string;
  name: string;
  type: string;
  /** The type as an operator reads it; its key where no plugin provides it any more. */
  typeLabel: string;
  url: string;
  enabled: boolean;
  description: string;
  status: DataSourceStatus;
  /** The job that the status comes from. */
  job: { id: string; status: JobStatus; error: string | null } | null;
  syncIntervalMinutes: number | null;
  /** The moment whose state the files show. ISO 8601. */
  lastSyncedAt: string | null;
  /** When its schedule syncs it next; null without one, or while it is paused. ISO 8601. */
  nextSyncAt: string | null;
}

export interface DataSourceDetail extends DataSourceSummary {
  /** The open parameters; a secret is never among them. */
  parameters: Record<string, unknown>;
  /** Whether any secret is stored. */
  hasSecret: boolean;
  ignoreRules: string;
  scheduleId: string | null;
  files: number;
  /** Bytes of all files. */
  bytes: number;
  /** ISO 8601. */
  createdAt: string;
  updatedAt: string;
}

/** A page of 50 data sources by name, each with its status. */
export async function listDataSources(filter: ListFilter): Promise<KeysetPage<DataSourceSummary>> {
  const backwards = filter.before !== null;
  const cursor = filter.before ?? filter.after;
  const rows = await db().$queryRawUnsafe<SummaryRow[]>(
    `SELECT ${SUMMARY_COLUMNS} FROM data_source s ${JOIN_JOBS}
      WHERE ($1::text = '' OR strpos(lower(s.name), lower($1::text)) > 0 OR strpos(lower(s.url), lower($1::text)) > 0)
        AND ($2::text IS NULL OR s.name ${backwards ? '<' : '>'} $2::text)
      ORDER BY s.name ${backwards ? 'DESC' : 'ASC'} LIMIT ${PAGE_SIZE + 1}`,
    filter.search.trim(),
    cursor,
  );
  return keysetPage(rows, {
    size: PAGE_SIZE,
    backwards,
    cursor,
    keyOf: (row) => row.name,
    toItem: toSummary,
  });
}

/** One data source with all that its page and form show. @throws YardmasterError `not_found` */
export async function getDataSource(id: string): Promise<DataSourceDetail> {
  const known = z.uuid().safeParse(id).success;
  const [row] = known ? await db().$queryRawUnsafe<DetailRow[]>(GET_DATA_SOURCE, id) : [];
  if (!row) throw new YardmasterError('not_found', `There is no data source ${id}.`);
  return {
    ...toSummary(row),
    parameters: row.parameters,
    hasSecret: row.hasSecret,
    ignoreRules: row.ignoreRules,
    scheduleId: row.scheduleId,
    files: Number(row.files),
    bytes: Number(row.bytes),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function toSummary(row: SummaryRow): DataSourceSummary {
  const { jobId, jobStatus, jobError, lastSyncedAt, nextSyncAt } = row;
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    typeLabel: listSourceTypes().find(({ key }) => key === row.type)?.label ?? row.type,
    url: row.url,
    enabled: row.enabled,
    description: row.description,
    status: statusOf(jobStatus, lastSyncedAt !== null),
    job: jobId && jobStatus ? { id: jobId, status: jobStatus, error: jobError } : null,
    syncIntervalMinutes: row.syncIntervalMinutes,
    lastSyncedAt: lastSyncedAt?.toISOString() ?? null,
    nextSyncAt: nextSyncAt?.toISOString() ?? null,
  };
}
