'use client';

import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Failure } from '@/lib/web/result';
import { useOpened } from './use-opened';

export interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  /** A question that names the thing: "Cancel Sync data source?" */
  title: string;
  /** What will happen, in plain sentences. */
  children: ReactNode;
  /** The verb on the button, never "OK". */
  verb: string;
  dangerous?: boolean;
  /** Asks for a reason, which everyone can read later. */
  reason?: { label: string; placeholder?: string; required?: boolean };
  /** Resolves to the failure, or null when it worked; the dialog closes on success alone. */
  onConfirm: (reason: string | undefined) => Promise<Failure | null>;
}

/** The dialog itself; `ConfirmDialog` fetches it when it is first wanted. */
export default function ConfirmForm(props: ConfirmDialogProps) {
  const { opened, onClose, title, children, verb, dangerous, reason, onConfirm } = props;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [text, setText] = useState('');
  const errorId = useId();
  const close = () => {
    setFailure(null);
    setText('');
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const refused = await onConfirm(text.trim() || undefined);
    setBusy(false);
    if (refused) setFailure(refused);
    else close();
  };
  return (
    <Modal
      opened={useOpened(opened)}
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form method="post" onSubmit={submit}>
        <Stack gap="md">
          <div>{children}</div>
          {reason ? (
            <Textarea
              label={reason.label}
              placeholder={reason.placeholder}
              required={reason.required}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              maxLength={500}
              minRows={2}
              autosize
              data-autofocus
            />
          ) : null}
          {failure ? (
            <p role="alert" id={errorId} style={{ margin: 0, color: 'var(--ym-red)' }}>
              {failure.message}
            </p>
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close} disabled={busy}>
              Keep as it is
            </Button>
            <Button type="submit" color={dangerous ? 'red.8' : undefined} loading={busy}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
