import { Button } from '@mantine/core';
import { IconPlayerStop, IconReload } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useAction } from '@/components/action/use-action';
import { useCan } from '@/components/layout/actor-context';
import type { BulkDetail } from '@/lib/bulk/queries';
import { permits } from '@/lib/jobs/status';
import { resumeOperationAction, stopOperationAction } from '../../actions';

/** Stops an operation between two batches, or has one that stopped go on. */
export function BulkVerbs({ operation }: { operation: BulkDetail }) {
  const { state, jobId, jobStatus } = operation;
  const [mayStop, mayResume] = [useCan('jobs.cancel'), useCan('jobs.retry')];
  if (mayStop && (state === 'waiting' || state === 'running')) return <Stop jobId={jobId} />;
  if (mayResume && state === 'stopped' && jobStatus && permits(jobStatus, 'retry'))
    return <Resume jobId={jobId} />;
  return null;
}

function Stop({ jobId }: { jobId: string }) {
  const [opened, setOpened] = useState(false);
  const { run } = useAction(stopOperationAction, {
    done: () => ({ title: 'Asked to stop', text: 'It stops after the batch it is at.' }),
    failed: 'It was not stopped',
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={14} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        Stop
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title="Stop this operation?"
        verb="Stop it"
        dangerous
        onConfirm={() => run({ id: jobId })}
      >
        What it has done stays done. The jobs it has not come to are left as they are. It can go on later from
        where it stopped.
      </ConfirmDialog>
    </>
  );
}

function Resume({ jobId }: { jobId: string }) {
  const { run, busy } = useAction(resumeOperationAction, {
    done: () => ({ title: 'It goes on', text: 'From where it stopped; nothing is done twice.' }),
    failed: 'It does not go on',
  });
  return (
    <Button
      leftSection={<IconReload size={14} aria-hidden />}
      loading={busy}
      onClick={() => void run({ id: jobId })}
    >
      Go on
    </Button>
  );
}
