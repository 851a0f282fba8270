'use server';

import { cancelJob } from '@/lib/jobs/commands/cancel-job';
import { deleteJob } from '@/lib/jobs/commands/delete-job';
import { retryJob } from '@/lib/jobs/commands/retry-job';
import { runJobAgain } from '@/lib/jobs/commands/run-job-again';
import { uncancelJob } from '@/lib/jobs/commands/uncancel-job';
import { defineAction } from '@/lib/web/action';

export const cancelJobAction = defineAction(cancelJob);
export const uncancelJobAction = defineAction(uncancelJob);
export const deleteJobAction = defineAction(deleteJob);
export const retryJobAction = defineAction(retryJob);
export const runJobAgainAction = defineAction(runJobAgain);
