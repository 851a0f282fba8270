/** The public door for whoever writes and enqueues jobs, beside `@/lib/plugins`. */

export { JobAborted } from './execute/abort';
export { JobFailed } from './job-failed';
export { JobInterval } from './interval';
export { type ObjectRef, objectRef } from './object-ref';
export { type ArgsOf, JobRunner, type JobRunnerClass } from './runner';
export { JobStatus, type JobReason } from '@/lib/db/generated/enums';
export type { Job } from './store/job-row';
export { systemJob } from './system-job';
