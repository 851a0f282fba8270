'use client';

import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useAction } from '@/components/action/use-action';
import { bulkPreviewOptions } from '@/lib/bulk/query-options';
import { BULK_VERBS, type BulkVerb } from '@/lib/bulk/verbs';
import { type JobFilter, jobsQuery } from '@/lib/jobs/job-filter';
import { cancelJobsAction, deleteJobsAction, retryJobsAction } from './actions';
import { DryRun } from './dry-run';

export interface BulkFormProps {
  verb: BulkVerb;
  /** All jobs that pass it, whatever page they stand on. */
  filter: JobFilter;
  onClose: () => void;
  /** Called once the operation has been asked for. */
  onStarted?: () => void;
}

const actions = { cancel: cancelJobsAction, delete: deleteJobsAction, retry: retryJobsAction };

/** The dialog itself; `BulkDialog` fetches it when it is first wanted. */
export default function BulkForm({ verb, filter, onClose, onStarted }: BulkFormProps) {
  const { label, meaning, dangerous } = BULK_VERBS[verb];
  const preview = useQuery(bulkPreviewOptions(verb, filter));
  const [reason, setReason] = useState('');
  const { run, busy } = useAction(actions[verb], {
    done: ({ id }) => ({
      title: `${label}: asked for`,
      text: 'A worker does it in the background.',
      href: `/jobs/bulk/${id}`,
      linkLabel: 'Watch it',
    }),
    failed: 'Nothing was changed',
    onDone: () => {
      onStarted?.();
      onClose();
    },
  });
  const nothing = preview.data !== null && preview.data?.eligible === 0 && !preview.data.more;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run({ filter: jobsQuery(filter).toString(), reason: reason.trim() || undefined });
  };
  return (
    <Modal opened onClose={onClose} title={`${label} jobs`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form method="post" onSubmit={submit}>
        <Stack gap="md">
          <DryRun verb={verb} query={preview} />
          <p style={{ margin: 0 }}>{meaning}</p>
          <Textarea
            label="Reason"
            placeholder="Kept with the operation and in the audit"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
            minRows={1}
            autosize
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} disabled={busy}>
              Keep as they are
            </Button>
            <Button
              type="submit"
              color={dangerous ? 'red.8' : undefined}
              loading={busy}
              disabled={preview.data === undefined || nothing}
            >
              {verbWithCount(label, preview.data?.eligible, preview.data?.more)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function verbWithCount(label: string, eligible: number | undefined, more = false): string {
  if (eligible === undefined || more) return `${label} all of them`;
  return `${label} ${eligible.toLocaleString('en-GB')} ${eligible === 1 ? 'job' : 'jobs'}`;
}
