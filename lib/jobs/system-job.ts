import { YardmasterError } from '@/lib/errors';
import type { JobRunnerClass } from './runner';

export interface SystemJobOptions {
  /** Minutes between two occurrences: a whole number from 1 on. */
  interval: number;
}

/** What was declared so far in this process. */
export const declaredSystemJobs = new Map<JobRunnerClass, SystemJobOptions>();

/**
 * Registers a runner as a system job: `@systemJob({ interval: JobInterval.HOURLY })` above the class, or
 * `systemJob({ interval })(MyJob)`. Its schedule is made when a worker starts.
 * @throws YardmasterError `configuration` when the interval is missing or not a whole number of minutes from 1 on.
 */
export function systemJob(options: SystemJobOptions): <Class extends JobRunnerClass>(runner: Class) => Class {
  const interval: unknown = options?.interval;
  if (typeof interval !== 'number' || !Number.isInteger(interval) || interval < 1) {
    throw new YardmasterError(
      'configuration',
      `systemJob needs an interval, a whole number of minutes from 1 on; got ${String(interval)}.`,
    );
  }
  // Decorators come in two forms here (legacy and standard), so the second argument must not be read.
  return (runner) => {
    declaredSystemJobs.set(runner, { interval });
    return runner;
  };
}
