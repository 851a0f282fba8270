'use client';

import { Button, Group, Modal, NumberInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '@/components/action/use-action';
import { useOpened } from '@/components/action/use-opened';
import type { QueueDetail } from '@/lib/queues/queue-detail';
import { limitQueueAction } from '../../actions';

export interface LimitFormProps {
  queue: QueueDetail;
  opened: boolean;
  onClose: () => void;
}

/** The dialog that limits a queue, or takes its limit away. */
export default function LimitForm({ queue: { name, concurrency }, opened, onClose }: LimitFormProps) {
  const [typed, setTyped] = useState<string | number>(concurrency ?? '');
  const { run, busy } = useAction(limitQueueAction, {
    done: () => ({
      title: typeof typed === 'number' ? `${name} runs ${typed} at once, at most` : `${name} has no limit`,
      undo: {
        action: () => limitQueueAction({ queue: name, concurrency }),
        undone:
          concurrency === null ? `${name} has no limit again` : `${name} is limited to ${concurrency} again`,
      },
    }),
    failed: `Could not limit ${name}`,
    onDone: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run({ queue: name, concurrency: typeof typed === 'number' ? typed : null });
  };
  return (
    <Modal
      opened={useOpened(opened)}
      onClose={onClose}
      title={`Limit the queue ${name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form method="post" onSubmit={submit}>
        <Stack gap="md">
          <NumberInput
            label="Jobs that may run at once"
            description="Over all workers together. Empty: as many as there are slots. What runs already goes on."
            placeholder="No limit"
            min={1}
            max={100_000}
            allowDecimal={false}
            value={typed}
            onChange={setTyped}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} disabled={busy}>
              Keep as it is
            </Button>
            <Button type="submit" loading={busy}>
              {typed === '' ? 'Take the limit away' : 'Set the limit'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
