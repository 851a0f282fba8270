import { createLoader, createSerializer } from 'nuqs/server';
import { cursorParams } from '@/components/job/cursor-params';
import { type JobFilter, NO_FILTER } from '@/lib/jobs/job-filter';

/** The page of the schedule's jobs in the address. */
export const scheduleJobsParams = cursorParams;

export const loadScheduleJobsParams = createLoader(scheduleJobsParams);
export const scheduleHref = createSerializer(scheduleJobsParams);

export const jobsOfSchedule = (scheduleId: string): JobFilter => ({ ...NO_FILTER, scheduleId });
