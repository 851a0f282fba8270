'use client';

import { Button } from '@mantine/core';
import { IconReload } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useAction } from '@/components/action/use-action';
import { useShortcut } from '@/components/keyboard/use-shortcut';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { retryJobAction } from '../actions';

/** Gives the same job one more attempt. */
export function RetryJob({ job }: { job: JobDetail }) {
  const [opened, setOpened] = useState(false);
  useShortcut({ keys: 'r', label: 'Retry the job', group: 'This page', run: () => setOpened(true) });
  const { run } = useAction(retryJobAction, {
    done: () => ({
      title: 'Waiting for another attempt',
      text: `${job.name} starts as soon as a worker is free.`,
    }),
    failed: 'The job was not retried',
  });
  return (
    <>
      <Button leftSection={<IconReload size={14} aria-hidden />} onClick={() => setOpened(true)}>
        Retry
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={`Retry ${job.name}?`}
        verb="Retry"
        onConfirm={() => run({ id: job.id })}
      >
        This same job gets one more attempt, at once, with the arguments it has. Its earlier attempts and its
        log stay.
      </ConfirmDialog>
    </>
  );
}
