import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { JOB_STATUSES } from '@/lib/jobs/status';

/** What a tab is called: the status first, for that is what one looks for among many. */
export const jobTitle = ({ status, name }: Pick<JobDetail, 'status' | 'name'>): string =>
  `${JOB_STATUSES[status].label}: ${name}`;
