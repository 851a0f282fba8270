'use server';

import { clearQueue } from '@/lib/queues/commands/clear-queue';
import { limitQueue } from '@/lib/queues/commands/limit-queue';
import { pauseQueue } from '@/lib/queues/commands/pause-queue';
import { resumeQueue } from '@/lib/queues/commands/resume-queue';
import { defineAction } from '@/lib/web/action';

export const clearQueueAction = defineAction(clearQueue);
export const limitQueueAction = defineAction(limitQueue);
export const pauseQueueAction = defineAction(pauseQueue);
export const resumeQueueAction = defineAction(resumeQueue);
