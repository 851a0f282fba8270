import { Button } from '@mantine/core';
import { IconPencil, IconPlayerPause, IconPlayerPlay, IconPlayerTrackNext } from '@tabler/icons-react';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useCan } from '@/components/layout/actor-context';
import { LinkButton } from '@/components/ui/link-button';
import type { ScheduleDetail } from '@/lib/schedules/queries';
import { EndButton } from '../../_components/end-button';
import { useScheduleActions } from '../../_components/use-schedule-actions';
import { WhatPausingDoes } from '../../_components/what-pausing-does';

/** Pause or resume, and run now as the page's primary action. */
export function ScheduleButtons({ schedule }: { schedule: ScheduleDetail }) {
  const { asking, setAsking, pause, resume, runNow } = useScheduleActions(schedule);
  const [mayRun, mayWrite] = [useCan('jobs.enqueue'), useCan('schedules.write')];
  if (schedule.state === 'ended') return null;
  return (
    <>
      {mayWrite ? (
        <LinkButton
          href={`/schedules/${schedule.id}/edit`}
          leftSection={<IconPencil size={14} aria-hidden />}
        >
          Edit
        </LinkButton>
      ) : null}
      {!mayWrite ? null : schedule.state === 'paused' ? (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={14} aria-hidden />}
          loading={resume.busy}
          onClick={resume.press}
        >
          Resume
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={14} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          Pause
        </Button>
      )}
      {mayWrite && (!schedule.system || !schedule.inCode) ? <EndButton schedule={schedule} /> : null}
      {mayRun ? (
        <Button
          leftSection={<IconPlayerTrackNext size={14} aria-hidden />}
          loading={runNow.busy}
          onClick={runNow.press}
        >
          Run now
        </Button>
      ) : null}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Pause ${schedule.name}?`}
        verb="Pause the schedule"
        reason={{ label: 'Why (everyone sees it)' }}
        onConfirm={pause}
      >
        <WhatPausingDoes schedule={schedule} />
      </ConfirmDialog>
    </>
  );
}
