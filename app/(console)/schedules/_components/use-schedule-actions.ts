import { useState } from 'react';
import { useAction } from '@/components/action/use-action';
import type { ScheduleSummary } from '@/lib/schedules/rows';
import { pauseScheduleAction, resumeScheduleAction, runScheduleNowAction } from '../actions';

/** What one can do to a schedule, and whether the question before pausing is open. */
export function useScheduleActions(schedule: Pick<ScheduleSummary, 'id' | 'name' | 'pauseReason'>) {
  const { id, name, pauseReason } = schedule;
  const [asking, setAsking] = useState(false);
  const pausing = useAction(pauseScheduleAction, {
    done: () => ({
      title: `${name} is paused`,
      undo: { action: () => resumeScheduleAction({ id }), undone: `${name} is in force again` },
    }),
    failed: `Could not pause ${name}`,
  });
  const resuming = useAction(resumeScheduleAction, {
    done: () => ({
      title: `${name} is in force again`,
      undo: {
        action: () => pauseScheduleAction({ id, reason: pauseReason ?? undefined }),
        undone: `${name} is paused again`,
      },
    }),
    failed: `Could not resume ${name}`,
  });
  const running = useAction(runScheduleNowAction, {
    done: (job) => ({ title: `${name} is on its way`, href: `/jobs/${job.id}`, linkLabel: 'Open the job' }),
    failed: `Could not run ${name}`,
  });
  return {
    asking,
    setAsking,
    pause: (reason: string | undefined) => pausing.run({ id, reason }),
    resume: { busy: resuming.busy, press: () => void resuming.run({ id }) },
    runNow: { busy: running.busy, press: () => void running.run({ id }) },
  };
}
