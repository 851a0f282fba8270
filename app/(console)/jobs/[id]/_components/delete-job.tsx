'use client';

import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useAction } from '@/components/action/use-action';
import { useShortcut } from '@/components/keyboard/use-shortcut';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { isTerminal } from '@/lib/jobs/status';
import { deleteJobAction } from '../actions';

/** Deletes the job with all that hangs on it, and leaves for the list. */
export function DeleteJob({ job }: { job: JobDetail }) {
  const router = useRouter();
  const [opened, setOpened] = useState(false);
  useShortcut({ keys: 'Shift+D', label: 'Delete the job', group: 'This page', run: () => setOpened(true) });
  const { run } = useAction(deleteJobAction, {
    done: () => ({ title: 'Deleted', text: `${job.name} and its log are gone.` }),
    failed: 'The job was not deleted',
    onDone: () => router.push('/jobs'),
  });
  return (
    <>
      <ActionIcon aria-label="Delete the job" title="Delete" size={30} onClick={() => setOpened(true)}>
        <IconTrash size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={`Delete ${job.name}?`}
        verb="Delete for good"
        dangerous
        onConfirm={() => run({ id: job.id })}
      >
        {job.status === 'running'
          ? 'It is stopped first. '
          : isTerminal(job.status)
            ? null
            : 'It never starts. '}
        The job, its log, its attempts and its result are removed and can’t be brought back.
        {job.scheduleId ? ' Its schedule goes on.' : null}
      </ConfirmDialog>
    </>
  );
}
