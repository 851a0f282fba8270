'use client';

import { Button, Group, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useAction } from '@/components/action/use-action';
import { ArgsForm } from '@/components/args-form/args-form';
import { Region } from '@/components/ui/region';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { jobArgsSchemaOptions } from '@/lib/jobs/query-options';
import { runJobAgainAction } from '../actions';

interface RunAgainFormProps {
  job: JobDetail;
  opened: boolean;
  onClose: () => void;
}

/** The arguments of a job in a form made from its runner's schema; what the server refuses is told at its field. */
export default function RunAgainForm({ job, opened, onClose }: RunAgainFormProps) {
  const query = useQuery(jobArgsSchemaOptions(job.id));
  const [args, setArgs] = useState(() => objectOf(job.args));
  const [broken, setBroken] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const { run, busy } = useAction(runJobAgainAction, {
    done: ({ id }) => ({ title: 'Started again', href: `/jobs/${id}`, linkLabel: 'Watch the new job' }),
    failed: 'The job was not started again',
    onDone: onClose,
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const failure = await run({ id: job.id, args });
    setErrors(failure?.fields ?? {});
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={`Run ${job.name} again with other arguments`}
      styles={{ title: { fontWeight: 600, fontSize: '0.9375rem' } }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <p style={{ margin: 0 }}>
            A new job with these arguments is put into the queue <b>{job.queue}</b>. This one stays as it is.
          </p>
          <Region query={query} what="the arguments it takes">
            {(schema) => (
              <ArgsForm
                args={schema}
                value={args}
                onChange={setArgs}
                onBroken={setBroken}
                errors={errors}
                disabled={busy}
              />
            )}
          </Region>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} disabled={busy}>
              Keep as it is
            </Button>
            <Button type="submit" loading={busy} disabled={broken || !query.data}>
              Run again
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const objectOf = (args: JobDetail['args']): Record<string, unknown> =>
  typeof args === 'object' && args !== null && !Array.isArray(args) ? args : {};
