'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useAction } from '@/components/action/use-action';
import { useShortcut } from '@/components/keyboard/use-shortcut';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { cancelJobAction, uncancelJobAction } from '../actions';

/** Cancels the job, after saying what that means in its present state. */
export function CancelJob({ job }: { job: JobDetail }) {
  const [opened, setOpened] = useState(false);
  useShortcut({
    keys: 'c',
    label: 'Cancel the job',
    group: 'This page',
    run: () => setOpened(true),
    enabled: !(job.status === 'running' && job.cancelAskedAt !== null),
  });
  const { run } = useAction(cancelJobAction, {
    done: ({ status }) =>
      status === 'running'
        ? { title: 'Asked to stop', text: `${job.name} ends as soon as its worker notices.` }
        : {
            title: 'Cancelled',
            text: `${job.name} will not run.`,
            ...(job.attemptNo === 0
              ? {
                  undo: {
                    action: () => uncancelJobAction({ id: job.id }),
                    undone: `${job.name} waits again`,
                  },
                }
              : {}),
          },
    failed: 'The job was not cancelled',
  });
  const running = job.status === 'running';
  return (
    <>
      <Button
        variant="default"
        onClick={() => setOpened(true)}
        disabled={running && job.cancelAskedAt !== null}
      >
        {running && job.cancelAskedAt !== null ? 'Stopping…' : 'Cancel'}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={`Cancel ${job.name}?`}
        verb="Cancel the job"
        dangerous
        reason={{ label: 'Reason', placeholder: 'Shown on the job and in the audit' }}
        onConfirm={(reason) => run({ id: job.id, reason })}
      >
        {running
          ? 'Its worker is asked to stop it at once. What it has done so far stays done; it ends as cancelled and is not tried again.'
          : 'It is taken out of its queue and never starts.'}
        {job.scheduleId ? ' Its schedule goes on with the next occurrence.' : null}
      </ConfirmDialog>
    </>
  );
}
