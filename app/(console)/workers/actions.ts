'use server';

import { defineAction } from '@/lib/web/action';
import { quietWorker } from '@/lib/workers/commands/quiet-worker';
import { resumeWorker } from '@/lib/workers/commands/resume-worker';
import { stopWorker } from '@/lib/workers/commands/stop-worker';

export const quietWorkerAction = defineAction(quietWorker);
export const resumeWorkerAction = defineAction(resumeWorker);
export const stopWorkerAction = defineAction(stopWorker);
