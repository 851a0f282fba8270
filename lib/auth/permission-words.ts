import type { Permission } from './permissions';

/** What each permission lets one do, in words; each begins so that it reads on from "may". */
export const permissionWords: Readonly<Record<Permission, string>> = {
  'jobs.view': 'See every page of the console: jobs with their logs, schedules, queues, workers, runners.',
  'jobs.enqueue': 'Run a runner now or later, and run a job again.',
  'jobs.cancel': 'Cancel jobs that wait or run, one or many.',
  'jobs.retry': 'Try jobs again that failed, one or many.',
  'payloads.view': 'Read the arguments and results of jobs. Secrets stay masked for everybody.',
  'schedules.write': 'Create, edit, pause, resume and end schedules.',
  'queues.write': 'Pause, resume, limit and clear queues.',
  'data_sources.sync': 'Start the synchronisation of a data source.',
  'jobs.delete': 'Delete jobs that have ended, with their logs.',
  'workers.write': 'Quiet, resume and stop workers.',
  'data_sources.write': 'Add, edit and delete data sources with their credentials.',
  'audit.view': 'Read who did what.',
  'users.write': "Invite and disable users, change roles, make password links, revoke everybody's API keys.",
};
