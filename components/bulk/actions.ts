'use server';

import { cancelJobs } from '@/lib/bulk/commands/cancel-jobs';
import { deleteJobs } from '@/lib/bulk/commands/delete-jobs';
import { retryJobs } from '@/lib/bulk/commands/retry-jobs';
import { defineAction } from '@/lib/web/action';

export const cancelJobsAction = defineAction(cancelJobs);
export const deleteJobsAction = defineAction(deleteJobs);
export const retryJobsAction = defineAction(retryJobs);
