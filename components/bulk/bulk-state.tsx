import { StatusIcon } from '@/components/job/status-icon';
import type { BulkOperation } from '@/lib/bulk/queries';
import type { BulkState as State } from '@/lib/bulk/verbs';
import { JOB_STATUSES, type JobStatus } from '@/lib/jobs/status';
import classes from './bulk.module.css';

/** How each state reads, and the job's status whose look it shares. */
export const BULK_STATES: Record<State, { label: string; like: JobStatus }> = {
  waiting: { label: 'Waiting for a worker', like: 'pending' },
  running: { label: 'Under way', like: 'running' },
  finished: { label: 'Done', like: 'completed' },
  stopped: { label: 'Stopped', like: 'cancelled' },
};

/** The state of a bulk operation as icon and word. */
export function BulkState({ operation }: { operation: BulkOperation }) {
  const { label, like } = BULK_STATES[operation.state];
  return (
    <span className={classes.state} data-state={operation.state}>
      <StatusIcon status={like} />
      <span style={{ color: `var(--ym-${JOB_STATUSES[like].colour})` }}>{label}</span>
    </span>
  );
}
