'use server';

import { pauseQueue } from '@/lib/queues/commands/pause-queue';
import { resumeQueue } from '@/lib/queues/commands/resume-queue';
import { defineAction } from '@/lib/web/action';

export const pauseQueueAction = defineAction(pauseQueue);
export const resumeQueueAction = defineAction(resumeQueue);
