'use server';

import { enqueueJob } from '@/lib/jobs/commands/enqueue-job';
import { defineAction } from '@/lib/web/action';

export const enqueueJobAction = defineAction(enqueueJob);
