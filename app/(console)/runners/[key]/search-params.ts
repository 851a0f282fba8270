import { createLoader, createSerializer } from 'nuqs/server';
import { windowParam } from '@/components/chart/window-param';
import { cursorParams } from '@/components/job/cursor-params';
import { type JobFilter, NO_FILTER } from '@/lib/jobs/job-filter';

/** The page of the runner's jobs in the address, and how far back its charts look. */
export const runnerParams = { ...cursorParams, window: windowParam };

export const loadRunnerParams = createLoader(runnerParams);
export const runnerHref = createSerializer(runnerParams);

export const jobsOfRunner = (runner: string): JobFilter => ({ ...NO_FILTER, runner });
