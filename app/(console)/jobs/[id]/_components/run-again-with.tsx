'use client';

import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useShortcut } from '@/components/keyboard/use-shortcut';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';

// It lies over the page, so nothing moves while it comes; its own skeletons have the size of what follows.
const RunAgainForm = dynamic(() => import('./run-again-form'), { ssr: false });

/** Starts a new job like this one, with arguments changed in a form. The form's code is fetched when it is first wanted. */
export function RunAgainWith({ job }: { job: JobDetail }) {
  const [opened, setOpened] = useState(false);
  const [wanted, setWanted] = useState(false);
  const open = () => {
    setWanted(true);
    setOpened(true);
  };
  useShortcut({ keys: 'e', label: 'Run the job again with other arguments', group: 'This page', run: open });
  return (
    <>
      <ActionIcon
        aria-label="Run again with other arguments"
        title="Run again with other arguments"
        size={30}
        onClick={open}
      >
        <IconPencil size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
      {wanted ? <RunAgainForm job={job} opened={opened} onClose={() => setOpened(false)} /> : null}
    </>
  );
}
