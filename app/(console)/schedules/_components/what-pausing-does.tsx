import { RelativeTime } from '@/components/time/relative-time';
import type { ScheduleSummary } from '@/lib/schedules/rows';

/** Told before a schedule is paused. */
export function WhatPausingDoes({ schedule: { nextRunAt, liveStatus } }: { schedule: ScheduleSummary }) {
  return (
    <>
      It produces no jobs until somebody resumes it
      {nextRunAt ? (
        <>
          ; the run due <RelativeTime at={nextRunAt} /> does not take place
        </>
      ) : null}
      .{liveStatus === 'running' ? ' The job that runs now ends as usual.' : ''} Running it by hand stays
      possible.
    </>
  );
}
