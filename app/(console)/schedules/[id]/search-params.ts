import { createLoader, createSerializer, parseAsString } from 'nuqs/server';
import type { JobCursor, JobFilter } from '@/lib/jobs/job-filter';
import { NO_FILTER } from '@/lib/jobs/job-filter';

/** The page of the schedule's jobs in the address. */
export const scheduleJobsParams = { older: parseAsString, newer: parseAsString };

export const loadScheduleJobsParams = createLoader(scheduleJobsParams);
export const scheduleHref = createSerializer(scheduleJobsParams);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const uuid = (text: string | null): string | null => (text && UUID.test(text) ? text : null);

export const cursorOf = ({ older, newer }: { older: string | null; newer: string | null }): JobCursor => ({
  olderThan: uuid(older),
  newerThan: uuid(older) ? null : uuid(newer),
});

export const jobsOfSchedule = (scheduleId: string): JobFilter => ({ ...NO_FILTER, scheduleId });
