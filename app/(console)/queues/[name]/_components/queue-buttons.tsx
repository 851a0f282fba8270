import { Button } from '@mantine/core';
import { IconEraser, IconGauge } from '@tabler/icons-react';
import { useState } from 'react';
import { useShortcut } from '@/components/keyboard/use-shortcut';
import { useCan } from '@/components/layout/actor-context';
import type { QueueDetail } from '@/lib/queues/queue-detail';
import { QueueActions } from '../../_components/queue-actions';
import { ClearQueue } from './clear-queue';
import { LimitQueue } from './limit-queue';

/** What one can do to a queue; pausing, the most common, stands last. */
export function QueueButtons({ queue }: { queue: QueueDetail }) {
  const [asking, setAsking] = useState<'limit' | 'clear' | null>(null);
  const mayWrite = useCan('queues.write');
  const canClear = mayWrite && queue.pending > 0;
  useShortcut({
    keys: 'l',
    label: 'Limit the queue',
    group: 'This page',
    run: () => setAsking('limit'),
    enabled: mayWrite,
  });
  if (!mayWrite) return null;
  const close = () => setAsking(null);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconEraser size={14} aria-hidden />}
        disabled={!canClear}
        onClick={() => setAsking('clear')}
      >
        Clear
      </Button>
      <Button
        variant="default"
        leftSection={<IconGauge size={14} aria-hidden />}
        onClick={() => setAsking('limit')}
      >
        Limit
      </Button>
      <QueueActions queue={queue} shortcut="p" />
      <LimitQueue queue={queue} opened={asking === 'limit'} onClose={close} />
      <ClearQueue queue={queue} opened={asking === 'clear'} onClose={close} />
    </>
  );
}
