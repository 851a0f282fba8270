import { IconCircleMinus, IconLoader2, IconPlayerPause } from '@tabler/icons-react';
import { RelativeTime } from '@/components/time/relative-time';
import { useNow } from '@/components/time/use-now';
import { JOB_REASONS } from '@/lib/jobs/status';
import type { ScheduleSummary } from '@/lib/schedules/rows';
import classes from './schedule.module.css';

const OVERDUE_AFTER_MS = 5_000;

type ScheduleFacts = Pick<
  ScheduleSummary,
  'state' | 'nextRunAt' | 'liveStatus' | 'pausedBy' | 'pauseReason' | 'pausedAt' | 'endReason' | 'endedAt'
>;

/** When a schedule fires next, or why it doesn't. */
export function NextRun({ schedule }: { schedule: ScheduleFacts }) {
  const { state, nextRunAt, liveStatus } = schedule;
  if (state === 'ended') {
    const why = schedule.endReason ? JOB_REASONS[schedule.endReason] : 'Ended';
    return (
      <span className={classes.state} title={why}>
        <IconCircleMinus size={14} stroke={1.9} aria-hidden />
        <span>
          Ended <RelativeTime at={schedule.endedAt} />
        </span>
      </span>
    );
  }
  if (state === 'paused') {
    const why = schedule.pauseReason ? `: ${schedule.pauseReason}` : '';
    return (
      <span className={classes.state} title={`Paused by ${schedule.pausedBy ?? 'the system'}${why}`}>
        <IconPlayerPause size={14} stroke={1.9} aria-hidden />
        <span>
          Paused <RelativeTime at={schedule.pausedAt} />
        </span>
      </span>
    );
  }
  return (
    <span className={classes.next}>
      <DueTime at={nextRunAt} />
      {liveStatus === 'running' ? (
        <span className={classes.now} title="Its job runs now">
          <IconLoader2 size={14} stroke={1.9} aria-hidden /> running
        </span>
      ) : null}
    </span>
  );
}

/** Overdue while no worker is there to let it fall due. */
function DueTime({ at }: { at: string | null }) {
  const now = useNow();
  const overdue = at !== null && Date.parse(at) < now - OVERDUE_AFTER_MS;
  return (
    <span>
      {overdue ? 'Due ' : null}
      <RelativeTime at={at} />
    </span>
  );
}
