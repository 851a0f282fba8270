import { createLoader, createSerializer, parseAsString } from 'nuqs/server';
import { windowParam } from '@/components/chart/window-param';
import { type JobCursor, type JobFilter, NO_FILTER } from '@/lib/jobs/job-filter';

/** The page of the queue's jobs in the address, and how far back its charts look. */
export const queueJobsParams = { older: parseAsString, newer: parseAsString, window: windowParam };

export const loadQueueJobsParams = createLoader(queueJobsParams);
export const queueHref = createSerializer(queueJobsParams);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const uuid = (text: string | null): string | null => (text && UUID.test(text) ? text : null);

export const cursorOf = ({ older, newer }: { older: string | null; newer: string | null }): JobCursor => ({
  olderThan: uuid(older),
  newerThan: uuid(older) ? null : uuid(newer),
});

/** What is in the queue: its jobs that have not ended. */
export const jobsInQueue = (queue: string): JobFilter => ({
  ...NO_FILTER,
  queue,
  statuses: ['pending', 'scheduled', 'running'],
});
