'use server';

import { cancelJob } from '@/lib/jobs/commands/cancel-job';
import { retryJob } from '@/lib/jobs/commands/retry-job';
import { defineAction } from '@/lib/web/action';

export const stopOperationAction = defineAction(cancelJob);
export const resumeOperationAction = defineAction(retryJob);
