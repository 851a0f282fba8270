import { Button } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useAction } from '@/components/action/use-action';
import type { Drift } from '@/lib/schedules/drift';
import { resetScheduleAction } from '../actions';

interface ResetButtonProps {
  schedule: { id: string; name: string; drift: readonly Drift[] };
  compact?: boolean;
}

/** Gives a system job's schedule back what its code says, after naming what changes. */
export function ResetButton({ schedule: { id, name, drift }, compact }: ResetButtonProps) {
  const [asking, setAsking] = useState(false);
  const { run } = useAction(resetScheduleAction, {
    done: () => ({ title: `${name} is as its code says` }),
    failed: `Could not reset ${name}`,
  });
  return (
    <>
      <Button
        variant="default"
        size={compact ? 'compact-xs' : 'xs'}
        leftSection={compact ? undefined : <IconRestore size={14} aria-hidden />}
        aria-label={compact ? `Reset ${name} to code` : undefined}
        onClick={() => setAsking(true)}
      >
        {compact ? 'Reset' : 'Reset to code'}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Reset ${name} to code?`}
        verb="Reset to code"
        onConfirm={() => run({ id })}
      >
        {drift.map(({ field, code, inForce }) => (
          <div key={field}>
            {field}: <strong>{code}</strong> instead of {inForce}.
          </div>
        ))}
        Its next run is set anew; deploys decide again.
      </ConfirmDialog>
    </>
  );
}
