'use client';

import { Button, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '@/components/action/use-action';
import type { Failure } from '@/lib/web/result';
import { roleChoices } from '../../_components/role-choices';
import classes from '../../_components/settings.module.css';
import ShownOnce from '../../_components/shown-once';
import { inviteUserAction } from '../actions';

export default function InviteForm({ onClose }: { onClose: () => void }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [made, setMade] = useState<{ email: string; link: string }>();
  const { run, busy } = useAction(inviteUserAction, {
    done: () => ({ title: 'The invitation is made' }),
    failed: 'Could not invite them',
    onDone: ({ email, path }) => setMade({ email, link: new URL(path, window.location.origin).href }),
  });
  if (made) {
    return (
      <ShownOnce title={`The invitation of ${made.email}`} text={made.link} onClose={onClose}>
        Send them this link. It works once, for three days, and is not shown again.
      </ShownOnce>
    );
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setFailure(await run(Object.fromEntries(new FormData(event.currentTarget))));
  };
  return (
    <Modal opened onClose={onClose} title="Invite somebody" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form method="post" onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            name="email"
            type="email"
            label="Email"
            required
            withAsterisk={false}
            data-autofocus
            error={failure?.fields.email}
          />
          <NativeSelect name="role" label="Role" data={roleChoices} defaultValue="operator" />
          {failure && !failure.fields.email ? (
            <p role="alert" className={classes.alert}>
              {failure.message}
            </p>
          ) : null}
          <Button type="submit" loading={busy}>
            Make the link
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
