'use client';

import { Modal, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useOpened } from '@/components/action/use-opened';
import { Region } from '@/components/ui/region';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { jobArgsFormOptions } from '@/lib/jobs/query-options';
import { RunAgainFields } from './run-again-fields';

interface RunAgainFormProps {
  job: JobDetail;
  opened: boolean;
  onClose: () => void;
}

/** The dialog in which a job's arguments are changed before it runs again; `RunAgainWith` fetches it when it is first wanted. */
export default function RunAgainForm({ job, opened, onClose }: RunAgainFormProps) {
  const query = useQuery(jobArgsFormOptions(job.id));
  return (
    <Modal
      opened={useOpened(opened)}
      onClose={onClose}
      size="lg"
      title={`Run ${job.name} again with other arguments`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Region
        query={query}
        what="the arguments it takes"
        skeleton={<Skeleton height={220} role="status" aria-label="Loading the arguments" />}
      >
        {(data) => <RunAgainFields job={job} data={data} onClose={onClose} />}
      </Region>
    </Modal>
  );
}
