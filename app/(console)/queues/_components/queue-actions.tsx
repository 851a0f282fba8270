'use client';

import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useAction } from '@/components/action/use-action';
import { useShortcut } from '@/components/keyboard/use-shortcut';
import { useCan } from '@/components/layout/actor-context';
import { depthText } from '@/lib/queues/depth';
import type { QueueSummary } from '@/lib/queues/queries';
import { pauseQueueAction, resumeQueueAction } from '../actions';

type Queue = Omit<QueueSummary, 'workers'>;

/** Pause, which asks why, or resume, which others have waited for and so asks nothing. `shortcut`: the key that does it. */
export function QueueActions({ queue, shortcut = null }: { queue: Queue; shortcut?: string | null }) {
  const { name, pausedAt } = queue;
  const [asking, setAsking] = useState(false);
  const pause = useAction(pauseQueueAction, {
    done: () => ({
      title: `${name} is paused`,
      undo: { action: () => resumeQueueAction({ queue: name }), undone: `${name} runs again` },
    }),
    failed: `Could not pause ${name}`,
  });
  const resume = useAction(resumeQueueAction, {
    done: () => ({
      title: `${name} runs again`,
      undo: {
        action: () => pauseQueueAction({ queue: name, reason: queue.pauseReason ?? undefined }),
        undone: `${name} is paused again`,
      },
    }),
    failed: `Could not resume ${name}`,
  });
  const mayWrite = useCan('queues.write');
  useShortcut({
    keys: shortcut ?? 'p',
    label: pausedAt === null ? 'Pause the queue' : 'Resume the queue',
    group: 'This page',
    run: () => (pausedAt === null ? setAsking(true) : void resume.run({ queue: name })),
    enabled: mayWrite && shortcut !== null,
  });
  if (!mayWrite) return null;
  if (pausedAt !== null) {
    return (
      <Button
        variant="default"
        leftSection={<IconPlayerPlay size={14} aria-hidden />}
        loading={resume.busy}
        onClick={() => void resume.run({ queue: name })}
        aria-label={`Resume ${name}`}
      >
        Resume
      </Button>
    );
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlayerPause size={14} aria-hidden />}
        onClick={() => setAsking(true)}
        aria-label={`Pause ${name}`}
      >
        Pause
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Pause the queue ${name}?`}
        verb="Pause the queue"
        reason={{ label: 'Why (everyone sees it)', placeholder: 'The database is being moved' }}
        onConfirm={(reason) => pause.run({ queue: name, reason })}
      >
        <WhatPausingDoes queue={queue} />
      </ConfirmDialog>
    </>
  );
}

function WhatPausingDoes({ queue: { pending, running } }: { queue: Queue }) {
  return (
    <>
      No job of it starts until somebody resumes it, also after a restart.
      {running > 0 ? ` ${depthText(running)} running now will end as usual.` : ''}
      {pending > 0 ? ` ${depthText(pending)} pending will wait.` : ''} New jobs are still taken in.
    </>
  );
}
