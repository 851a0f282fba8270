import { db } from '@/lib/db/client';
import type { JobStatus } from '@/lib/db/generated/enums';

export interface Shot {
  /** The picture's file name, without size and theme. */
  name: string;
  path: string;
}

/** What is there for whoever is not signed in; of one-time links, the face of one that is used up. */
export const OUTSIDE: readonly Shot[] = [
  { name: 'login', path: '/login' },
  { name: 'invite', path: '/invite?token=used' },
  { name: 'reset-password', path: '/reset-password?token=used' },
];

/** The pages worth a picture, with the ids of the world that is in the database. */
export async function listShots(): Promise<Shot[]> {
  const jobs = await Promise.all(
    (['running', 'completed', 'errored', 'scheduled'] as const).map(async (status) => ({
      name: `job-${status}`,
      path: `/jobs/${await jobWithLog(status)}`,
    })),
  );
  const failing = await db().schedule.findFirst({ where: { intervalMinutes: 240 }, select: { id: true } });
  const system = await db().schedule.findFirst({
    where: { systemKey: 'core.HousekeepingJob' },
    select: { id: true },
  });
  const source = await db().dataSource.findFirst({
    where: { files: { some: {} } },
    select: { id: true, files: { select: { id: true }, take: 1 } },
  });
  const bulk = await db().bulkOperation.findFirst({ orderBy: { matched: 'desc' }, select: { id: true } });
  const worker = await db().workerProcess.findFirst({ where: { endedAt: null }, select: { id: true } });
  return [
    { name: 'overview', path: '/' },
    { name: 'jobs', path: '/jobs' },
    { name: 'jobs-filtered', path: '/jobs?status=failed,errored&q=Import' },
    {
      name: 'jobs-sorted',
      path: '/jobs?queue=default&time=7d&sort=-duration&columns=status,name,detail,wait,duration,started,completed',
    },
    { name: 'jobs-bulk', path: '/jobs/bulk' },
    ...(bulk ? [{ name: 'jobs-bulk-operation', path: `/jobs/bulk/${bulk.id}` }] : []),
    { name: 'jobs-no-match', path: '/jobs?q=nothing-is-called-this' },
    ...jobs,
    { name: 'job-not-found', path: '/jobs/00000000-0000-7000-8000-000000000000' },
    { name: 'schedules', path: '/schedules' },
    { name: 'schedules-calendar', path: '/schedules?view=calendar' },
    { name: 'schedules-ended', path: '/schedules?state=ended' },
    ...(failing ? [{ name: 'schedule', path: `/schedules/${failing.id}` }] : []),
    { name: 'schedule-new', path: '/schedules/new?runner=core.BulkOperationJob' },
    { name: 'system-jobs', path: '/system-jobs' },
    ...(system ? [{ name: 'schedule-drift', path: `/schedules/${system.id}` }] : []),
    ...(system ? [{ name: 'schedule-edit', path: `/schedules/${system.id}/edit` }] : []),
    { name: 'runners', path: '/runners' },
    { name: 'runner', path: '/runners/core.BulkOperationJob' },
    { name: 'queues', path: '/queues' },
    { name: 'queue', path: '/queues/low' },
    { name: 'workers', path: '/workers' },
    ...(worker ? [{ name: 'worker', path: `/workers/${worker.id}` }] : []),
    { name: 'no-access', path: '/no-access' },
    { name: 'notifications', path: '/notifications' },
    { name: 'settings-account', path: '/settings/account' },
    { name: 'settings-users', path: '/settings/users' },
    { name: 'settings-roles', path: '/settings/roles' },
    { name: 'settings-api-keys', path: '/settings/api-keys' },
    { name: 'settings-plugins', path: '/settings/plugins' },
    { name: 'settings-system', path: '/settings/system' },
    { name: 'audit', path: '/audit' },
    { name: 'data-sources', path: '/data-sources' },
    { name: 'data-source-new', path: '/data-sources/new' },
    ...(source
      ? [
          { name: 'data-source', path: `/data-sources/${source.id}` },
          { name: 'data-source-edit', path: `/data-sources/${source.id}/edit` },
          { name: 'data-source-file', path: `/data-sources/${source.id}/files/${source.files[0]?.id}` },
        ]
      : []),
  ];
}

/** A job of this status that has more to show than most: the one with the longest log. */
async function jobWithLog(status: JobStatus): Promise<string> {
  const [job] = await db().job.findMany({
    where: { status, attemptNo: { gt: 0 } },
    orderBy: { logs: { _count: 'desc' } },
    select: { id: true },
    take: 1,
  });
  return job?.id ?? 'none';
}
