'use client';

import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Failure } from '@/lib/web/result';

interface ViewFormProps {
  title: string;
  verb: string;
  initial?: { name: string; shared: boolean };
  onClose: () => void;
  onSubmit: (view: { name: string; shared: boolean }) => Promise<Failure | null>;
}

/** Asks for a view's name and whether others see it. */
export default function ViewForm({ title, verb, initial, onClose, onSubmit }: ViewFormProps) {
  const [name, setName] = useState(initial?.name ?? '');
  const [shared, setShared] = useState(initial?.shared ?? false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const refused = await onSubmit({ name: name.trim(), shared });
    setBusy(false);
    if (refused) setFailure(refused);
    else onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form method="post" onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label="Name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={failure ? (failure.fields.name ?? failure.message) : null}
            maxLength={60}
            required
            data-autofocus
          />
          <Checkbox
            label="Share it with everybody"
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} disabled={busy}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
