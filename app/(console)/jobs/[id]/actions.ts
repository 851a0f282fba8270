'use server';

import { cancelJob } from '@/lib/jobs/commands/cancel-job';
import { deleteJob } from '@/lib/jobs/commands/delete-job';
import { retryJob } from '@/lib/jobs/commands/retry-job';
import { runJobAgain } from '@/lib/jobs/commands/run-job-again';
import { defineAction } from '@/lib/web/action';

export const cancelJobAction = defineAction(cancelJob);
export const deleteJobAction = defineAction(deleteJob);
export const retryJobAction = defineAction(retryJob);
export const runJobAgainAction = defineAction(runJobAgain);
