import { createLoader, createSerializer } from 'nuqs/server';
import { windowParam } from '@/components/chart/window-param';
import { cursorParams } from '@/components/job/cursor-params';
import { type JobFilter, NO_FILTER } from '@/lib/jobs/job-filter';

/** The page of the queue's jobs in the address, and how far back its charts look. */
export const queueJobsParams = { ...cursorParams, window: windowParam };

export const loadQueueJobsParams = createLoader(queueJobsParams);
export const queueHref = createSerializer(queueJobsParams);

/** What is in the queue: its jobs that have not ended. */
export const jobsInQueue = (queue: string): JobFilter => ({
  ...NO_FILTER,
  queue,
  statuses: ['pending', 'scheduled', 'running'],
});
