import type { Permission } from '@/lib/auth/permissions';
import type { BulkVerb as Verb } from '@/lib/db/generated/enums';

export type BulkVerb = Verb;

interface VerbDefinition {
  readonly permission: Permission;
  /** "Retry 12 jobs", "380 retried", "Retrying". */
  readonly label: string;
  readonly done: string;
  readonly doing: string;
  readonly dangerous: boolean;
  /** What it does to each job, for those who are about to do it. */
  readonly meaning: string;
}

/** What can be done to many jobs at once. Menus, dialogs and guards read this table. */
export const BULK_VERBS = {
  retry: {
    permission: 'jobs.retry',
    label: 'Retry',
    done: 'retried',
    doing: 'Retrying',
    dangerous: false,
    meaning:
      'Each gets one more attempt, at once, with the arguments it has. Earlier attempts and logs stay.',
  },
  cancel: {
    permission: 'jobs.cancel',
    label: 'Cancel',
    done: 'cancelled',
    doing: 'Cancelling',
    dangerous: true,
    meaning:
      'Those that wait never start. Those that run are asked to stop. Schedules go on with the next occurrence.',
  },
  delete: {
    permission: 'jobs.delete',
    label: 'Delete',
    done: 'deleted',
    doing: 'Deleting',
    dangerous: true,
    meaning:
      'Each is removed with its log and its attempts, and cannot be brought back. Those that run are told to stop.',
  },
} as const satisfies Record<BulkVerb, VerbDefinition>;

export const ALL_VERBS = Object.keys(BULK_VERBS) as BulkVerb[];

/** Why a job was, or would be, left alone. */
export const SKIP_REASONS = {
  ended: 'It has ended already',
  asked_already: 'It has been asked to stop already',
  not_ended: 'It has not ended yet',
  completed: 'It completed: it can run again, not be retried',
  place_taken: 'Its place is taken by a newer job for the same thing',
  changed_meanwhile: 'Its status changed just then',
  gone: 'It was deleted just then',
} as const;

export type SkipReason = keyof typeof SKIP_REASONS;

/** What became of an operation. `stopped`: its job was cancelled, failed, or is gone; a retry of that job goes on. */
export type BulkState = 'waiting' | 'running' | 'finished' | 'stopped';
