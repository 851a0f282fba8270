'use client';

import { Button, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '@/components/action/use-action';
import type { Role } from '@/lib/db/generated/enums';
import type { Failure } from '@/lib/web/result';
import { roleChoices } from '../../_components/role-choices';
import classes from '../../_components/settings.module.css';
import ShownOnce from '../../_components/shown-once';
import { createApiKeyAction } from '../actions';

export interface NewKeyFormProps {
  /** Those that the key may have. */
  roles: readonly Role[];
  onClose: () => void;
}

const NEVER = 'never';
const expiries = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: NEVER, label: 'Never' },
];

export default function NewKeyForm({ roles, onClose }: NewKeyFormProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [made, setMade] = useState<{ name: string; text: string }>();
  const { run, busy } = useAction(createApiKeyAction, {
    done: () => ({ title: 'The key is made' }),
    failed: 'Could not make the key',
    onDone: setMade,
  });
  if (made) {
    return (
      <ShownOnce title={`The key ${made.name}`} text={made.text} onClose={onClose}>
        Copy it now: it is not shown again. Whoever has it acts as you.
      </ShownOnce>
    );
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name, role, expires } = Object.fromEntries(new FormData(event.currentTarget));
    setFailure(await run({ name, role, days: expires === NEVER ? null : Number(expires) }));
  };
  return (
    <Modal opened onClose={onClose} title="New API key" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form method="post" onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <TextInput
            name="name"
            label="Name"
            placeholder="What will use it"
            maxLength={100}
            data-autofocus
            error={failure?.fields.name}
          />
          <NativeSelect
            name="role"
            label="Role"
            data={roleChoices.filter(({ value }) => roles.includes(value))}
          />
          <NativeSelect name="expires" label="Expires after" data={expiries} defaultValue="90" />
          {failure && !failure.fields.name ? (
            <p role="alert" className={classes.alert}>
              {failure.message}
            </p>
          ) : null}
          <Button type="submit" loading={busy}>
            Make the key
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
