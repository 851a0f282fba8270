import { logDownload } from '@/lib/jobs/log-download';
import { LOG_PART } from '@/lib/jobs/log-outline';
import { getJobArgsForm } from '@/lib/jobs/queries/job-args-form';
import { getJob } from '@/lib/jobs/queries/job-detail';
import { findInLog, outlineLog, readLogAfter, readLogPart } from '@/lib/jobs/queries/job-log';
import { listRelatedJobs } from '@/lib/jobs/queries/related-jobs';
import { explainWaiting } from '@/lib/jobs/queries/why-waiting';
import { ALL_STATUSES } from '@/lib/jobs/status';
import type { Read } from './read';
import type { Subjects } from './subjects';

const MOST_AHEAD = 10_000;

/** What the page of one job reads, for a job of each status and one with a log. */
export function oneJobReads({ jobs, withLog, place, againOf }: Subjects): Read[] {
  const log = (route: string, run: () => Promise<unknown>): Read => ({
    name: route,
    route,
    shows: 2 * LOG_PART,
    run,
  });
  const first = { attempt: 0, seq: 0 };
  return [
    ...ALL_STATUSES.map(
      (status): Read => ({
        name: `a ${status} job`,
        route: 'jobs/[id]',
        shows: 1,
        run: () => getJob(jobs[status], { payloads: true }),
      }),
    ),
    ...ALL_STATUSES.map(
      (status): Read => ({
        name: `why a ${status} job waits`,
        route: 'jobs/[id]/why-waiting',
        shows: MOST_AHEAD,
        run: () => explainWaiting(jobs[status]),
      }),
    ),
    ...[jobs.scheduled, place.id, againOf].map(
      (id): Read => ({
        name: `the relatives of ${id}`,
        route: 'jobs/[id]/related',
        shows: 32,
        run: () => listRelatedJobs(id),
      }),
    ),
    log('jobs/[id]/log', () => outlineLog(withLog, 'debug')),
    log('jobs/[id]/log/part', () => readLogPart(withLog, 'info', first)),
    log('jobs/[id]/log/after', () => readLogAfter(withLog, 'info', first)),
    log('jobs/[id]/log/finds', () => findInLog(withLog, 'debug', 'gateway')),
    log('jobs/[id]/log/download', async () => (await logDownload(withLog, 'debug', 'text')).text()),
    {
      name: 'the form of its arguments',
      route: 'jobs/[id]/args-form',
      shows: 1,
      // No plugin here knows the runners of the crowd, which is said after the read.
      run: () => getJobArgsForm(jobs.completed).catch(() => null),
    },
  ];
}
