import type { JobReason as Reason, JobStatus as Status } from '@/lib/db/generated/enums';

export type JobStatus = Status;
export type JobReason = Reason;

/** What an operator may do to a job. */
export type JobAction = 'cancel' | 'retry' | 'run_again' | 'delete';

export interface StatusDefinition {
  readonly value: JobStatus;
  readonly label: string;
  /** A colour of the theme; used for this status and nothing else. */
  readonly colour: string;
  /** The name of a Tabler icon: a status is never told by colour alone. */
  readonly icon: string;
  readonly terminal: boolean;
  readonly meaning: string;
  readonly actions: readonly JobAction[];
}

/** The one place where a status is defined. Badges, filters, URL parsers and guards read it. */
export const JOB_STATUSES = {
  pending: {
    value: 'pending',
    label: 'Pending',
    colour: 'cyan',
    icon: 'IconClock',
    terminal: false,
    meaning: 'Due, waiting for a worker',
    actions: ['cancel', 'delete'],
  },
  scheduled: {
    value: 'scheduled',
    label: 'Scheduled',
    colour: 'gray',
    icon: 'IconCalendarTime',
    terminal: false,
    meaning: 'Waits for its time',
    actions: ['cancel', 'delete'],
  },
  running: {
    value: 'running',
    label: 'Running',
    colour: 'blue',
    icon: 'IconLoader2',
    terminal: false,
    meaning: 'A worker is at it',
    actions: ['cancel', 'delete'],
  },
  completed: {
    value: 'completed',
    label: 'Completed',
    colour: 'green',
    icon: 'IconCircleCheck',
    terminal: true,
    meaning: 'It returned',
    actions: ['run_again', 'delete'],
  },
  failed: {
    value: 'failed',
    label: 'Failed',
    colour: 'orange',
    icon: 'IconAlertTriangle',
    terminal: true,
    meaning: 'It reported a failure it expected',
    actions: ['retry', 'run_again', 'delete'],
  },
  errored: {
    value: 'errored',
    label: 'Errored',
    colour: 'red',
    icon: 'IconAlertOctagon',
    terminal: true,
    meaning: 'It threw, timed out, or its worker was lost',
    actions: ['retry', 'run_again', 'delete'],
  },
  cancelled: {
    value: 'cancelled',
    label: 'Cancelled',
    colour: 'dark',
    icon: 'IconBan',
    terminal: true,
    meaning: 'An operator or a policy ended it',
    actions: ['retry', 'run_again', 'delete'],
  },
} as const satisfies Record<JobStatus, StatusDefinition>;

/** All statuses, in the order in which a job passes through them. */
export const ALL_STATUSES = Object.keys(JOB_STATUSES) as JobStatus[];

export const isTerminal = (status: JobStatus): boolean => JOB_STATUSES[status].terminal;
/** Not begun, or between two attempts. */
export const isWaiting = ({ status }: { status: JobStatus }): boolean =>
  status === 'pending' || status === 'scheduled';
export const permits = (status: JobStatus, action: JobAction): boolean =>
  (JOB_STATUSES[status].actions as readonly JobAction[]).includes(action);

/** Why a status is what it is, where the status alone does not say. */
export const JOB_REASONS = {
  timed_out: 'It ran longer than its timeout allows',
  worker_lost: 'Its worker went silent',
  skipped_overlap: 'The occurrence before it was still running',
  missed: 'No worker was there at its time',
  cancelled_by_user: 'Cancelled by a user',
  object_deleted: 'Its object was deleted',
  invalid_args: 'Its arguments do not fit the runner',
  unknown_runner: 'No worker that took it knows its runner',
  replaced: 'Replaced by a newer request',
} as const satisfies Record<JobReason, string>;

/** The statuses in which a job can have each reason. */
export const REASON_STATUSES: Record<JobReason, readonly JobStatus[]> = {
  timed_out: ['failed', 'errored'],
  worker_lost: ['errored'],
  skipped_overlap: ['cancelled'],
  missed: ['cancelled'],
  cancelled_by_user: ['cancelled'],
  object_deleted: ['cancelled'],
  invalid_args: ['failed', 'errored'],
  unknown_runner: ['pending', 'scheduled', 'failed', 'errored', 'cancelled'],
  replaced: ['cancelled'],
};
