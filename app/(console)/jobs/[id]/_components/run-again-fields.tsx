import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '@/components/action/use-action';
import { ArgsForm } from '@/components/args-form/args-form';
import type { JobArgsForm } from '@/lib/jobs/queries/job-args-form';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import type { Failure } from '@/lib/web/result';
import { runJobAgainAction } from '../actions';
import classes from './run-again.module.css';

interface RunAgainFieldsProps {
  job: JobDetail;
  data: JobArgsForm;
  onClose: () => void;
}

/** The arguments in a form made from the runner's schema; what the server refuses is told at its field. */
export function RunAgainFields({ job, data, onClose }: RunAgainFieldsProps) {
  const [args, setArgs] = useState(data.args);
  const [broken, setBroken] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { run, busy } = useAction(runJobAgainAction, {
    done: ({ id }) => ({ title: 'Started again', href: `/jobs/${id}`, linkLabel: 'Watch the new job' }),
    failed: 'The job was not started again',
    onDone: onClose,
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!broken) setFailure(await run({ id: job.id, args }));
  };
  return (
    <form method="post" onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <p className={classes.text}>
          A new job with these arguments is put into the queue <b>{job.queue}</b>. This one stays as it is.
        </p>
        {data.secrets.length > 0 ? <Secrets paths={data.secrets} /> : null}
        <ArgsForm
          args={data.form}
          value={args}
          onChange={setArgs}
          onBroken={setBroken}
          errors={failure?.fields}
          disabled={busy}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} disabled={busy}>
            Keep as it is
          </Button>
          <Button type="submit" loading={busy} disabled={broken}>
            Run with these
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Secrets({ paths }: { paths: readonly string[] }) {
  return (
    <p className={classes.secrets}>
      Secrets are shown to nobody, so they are not filled in. Type them again where the job needs them:{' '}
      {paths.map((path, index) => (
        <span key={path}>
          {index > 0 ? ', ' : null}
          <code>{path}</code>
        </span>
      ))}
      .
    </p>
  );
}
