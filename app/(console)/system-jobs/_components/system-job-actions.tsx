import { useCan } from '@/components/layout/actor-context';
import type { SystemJob } from '@/lib/schedules/system-jobs';
import { EndButton } from '../../schedules/_components/end-button';
import { ResetButton } from '../../schedules/_components/reset-button';
import { ScheduleActions } from '../../schedules/_components/schedule-actions';
import classes from './in-force.module.css';

/** What one can do to a system job: reset it where it differs, end it where its code is gone, run it, pause it. */
export function SystemJobActions({ job }: { job: SystemJob }) {
  const mayWrite = useCan('schedules.write');
  return (
    <span className={classes.actions}>
      {mayWrite && !job.inCode ? <EndButton schedule={job} compact /> : null}
      {mayWrite && job.inCode && job.drift.length > 0 ? <ResetButton schedule={job} compact /> : null}
      <ScheduleActions schedule={job} />
    </span>
  );
}
