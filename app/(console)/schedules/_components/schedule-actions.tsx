import { ActionIcon } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerTrackNext } from '@tabler/icons-react';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useCan } from '@/components/layout/actor-context';
import type { ScheduleSummary } from '@/lib/schedules/rows';
import { useScheduleActions } from './use-schedule-actions';
import { WhatPausingDoes } from './what-pausing-does';

/** Run now, pause and resume as icons at the end of a row. Nothing for a schedule that ended. */
export function ScheduleActions({ schedule }: { schedule: ScheduleSummary }) {
  const { asking, setAsking, pause, resume, runNow } = useScheduleActions(schedule);
  const [mayRun, mayWrite] = [useCan('jobs.enqueue'), useCan('schedules.write')];
  if (schedule.state === 'ended') return null;
  const { name } = schedule;
  return (
    <>
      {mayRun ? (
        <ActionIcon
          onClick={runNow.press}
          loading={runNow.busy}
          aria-label={`Run ${name} now`}
          title="Run now"
        >
          <IconPlayerTrackNext size={15} stroke={1.75} aria-hidden />
        </ActionIcon>
      ) : null}
      {!mayWrite ? null : schedule.state === 'paused' ? (
        <ActionIcon onClick={resume.press} loading={resume.busy} aria-label={`Resume ${name}`} title="Resume">
          <IconPlayerPlay size={15} stroke={1.75} aria-hidden />
        </ActionIcon>
      ) : (
        <ActionIcon onClick={() => setAsking(true)} aria-label={`Pause ${name}`} title="Pause">
          <IconPlayerPause size={15} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Pause ${name}?`}
        verb="Pause the schedule"
        reason={{ label: 'Why (everyone sees it)' }}
        onConfirm={pause}
      >
        <WhatPausingDoes schedule={schedule} />
      </ConfirmDialog>
    </>
  );
}
