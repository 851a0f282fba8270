'use client';

import { useActor } from '@/components/layout/actor-context';
import type { Permission } from '@/lib/auth/permissions';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { type JobAction, permits } from '@/lib/jobs/status';
import { CancelJob } from './cancel-job';
import { DeleteJob } from './delete-job';
import { RetryJob } from './retry-job';
import { RunAgainWith } from './run-again-with';
import { RunJobAgain } from './run-job-again';

const needed: Record<JobAction, Permission> = {
  cancel: 'jobs.cancel',
  retry: 'jobs.retry',
  run_again: 'jobs.enqueue',
  delete: 'jobs.delete',
};

/** What can be done with the job in its present state, by the one who looks at it. */
export function JobActions({ job }: { job: JobDetail }) {
  const { permissions } = useActor();
  const offers = (action: JobAction) => permits(job.status, action) && permissions.includes(needed[action]);
  return (
    <>
      {offers('delete') ? <DeleteJob job={job} /> : null}
      {offers('cancel') ? <CancelJob job={job} /> : null}
      {offers('run_again') && job.argsEditable ? <RunAgainWith job={job} /> : null}
      {offers('run_again') && job.runnerKnown ? <RunJobAgain job={job} primary={!offers('retry')} /> : null}
      {offers('retry') ? <RetryJob job={job} /> : null}
    </>
  );
}
