/** The public door for whoever writes and enqueues jobs, beside `@/lib/plugins`. */

export { type JobReason, JobStatus } from '@/lib/db/generated/enums';
export { type JobEvent, type JobEventName, onJobEvent } from './events/on-job-event';
export { JobAborted } from './execute/abort';
export { JobInterval } from './interval';
export { JobFailed } from './job-failed';
export { type ObjectRef, objectRef } from './object-ref';
export { type ArgsOf, JobRunner, type JobRunnerClass } from './runner';
export type { Job } from './store/job-row';
export { systemJob } from './system-job';
