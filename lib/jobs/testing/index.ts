/** The public door for the tests of those who write jobs. */

export { type FixedClock, fixedClock } from './fixed-clock';
export { type JobRun, type RunJobOptions, runJob } from './run-job';
