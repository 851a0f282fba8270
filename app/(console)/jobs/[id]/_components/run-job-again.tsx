'use client';

import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useAction } from '@/components/action/use-action';
import { useShortcut } from '@/components/keyboard/use-shortcut';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { runJobAgainAction } from '../actions';

/** Starts a new job like this one. */
export function RunJobAgain({ job, primary }: { job: JobDetail; primary: boolean }) {
  const [opened, setOpened] = useState(false);
  useShortcut({ keys: 'a', label: 'Run the job again', group: 'This page', run: () => setOpened(true) });
  const { run } = useAction(runJobAgainAction, {
    done: ({ id }) => ({ title: 'Started again', href: `/jobs/${id}`, linkLabel: 'Watch the new job' }),
    failed: 'The job was not started again',
  });
  return (
    <>
      <Button
        variant={primary ? 'filled' : 'default'}
        leftSection={<IconPlayerPlay size={14} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        Run again
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={`Run ${job.name} again?`}
        verb="Run again"
        onConfirm={() => run({ id: job.id })}
      >
        A new job with the same arguments is put into the queue <b>{job.queue}</b>. This one stays as it is.
      </ConfirmDialog>
    </>
  );
}
