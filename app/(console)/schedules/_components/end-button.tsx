import { Button } from '@mantine/core';
import { IconCircleMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useAction } from '@/components/action/use-action';
import { RelativeTime } from '@/components/time/relative-time';
import type { ScheduleSummary } from '@/lib/schedules/rows';
import { endScheduleAction } from '../actions';

/** Ends a schedule for good, after saying what that means. */
export function EndButton({ schedule, compact }: { schedule: ScheduleSummary; compact?: boolean }) {
  const { id, name, nextRunAt, liveStatus, system } = schedule;
  const [asking, setAsking] = useState(false);
  const { run } = useAction(endScheduleAction, {
    done: () => ({ title: `${name} has ended`, href: `/schedules/${id}`, linkLabel: 'Its history' }),
    failed: `Could not end ${name}`,
  });
  return (
    <>
      <Button
        variant="default"
        size={compact ? 'compact-xs' : 'xs'}
        leftSection={compact ? undefined : <IconCircleMinus size={14} aria-hidden />}
        aria-label={compact ? `End ${name}…` : undefined}
        onClick={() => setAsking(true)}
      >
        End…
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`End ${name}?`}
        verb="End the schedule"
        dangerous
        onConfirm={() => run({ id })}
      >
        It produces no more jobs, for good
        {nextRunAt ? (
          <>
            ; the run due <RelativeTime at={nextRunAt} /> does not take place
          </>
        ) : null}
        .{liveStatus === 'running' ? ' The job that runs now ends as usual.' : ''} Its page and its history
        stay.{' '}
        {system
          ? 'Should its code come back, it gets a schedule of its own.'
          : 'To stop it for a while, pause it.'}
      </ConfirmDialog>
    </>
  );
}
