import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useAction } from '@/components/action/use-action';
import { useShortcut } from '@/components/keyboard/use-shortcut';
import { useCan } from '@/components/layout/actor-context';
import type { WorkerDetail } from '@/lib/workers/worker-detail';
import { quietWorkerAction, resumeWorkerAction } from '../../actions';
import { StopWorker } from './stop-worker';

/** Quiet and back, and stop. Nothing for a worker that is gone, or on its way. */
export function WorkerButtons({ worker }: { worker: WorkerDetail }) {
  const { id, host, pid, state, asked } = worker;
  const name = `${host}:${pid}`;
  const [stopping, setStopping] = useState(false);
  const quiet = useAction(quietWorkerAction, {
    done: () => ({
      title: `${name} starts nothing new`,
      undo: { action: () => resumeWorkerAction({ id }), undone: `${name} takes jobs again` },
    }),
    failed: `Could not quiet ${name}`,
  });
  const resume = useAction(resumeWorkerAction, {
    done: () => ({
      title: `${name} takes jobs again`,
      undo: { action: () => quietWorkerAction({ id }), undone: `${name} is quiet again` },
    }),
    failed: `Could not resume ${name}`,
  });
  const mayAsk = useCan('workers.write') && (state === 'live' || state === 'silent') && asked !== 'stop';
  const toggle = () => void (asked === 'quiet' ? resume.run({ id }) : quiet.run({ id }));
  useShortcut({
    keys: 'p',
    label: asked === 'quiet' ? 'Let it take jobs again' : 'Quiet the worker',
    group: 'This page',
    run: toggle,
    enabled: mayAsk,
  });
  if (!mayAsk) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={14} aria-hidden />}
        onClick={() => setStopping(true)}
      >
        Stop
      </Button>
      <Button
        variant="default"
        leftSection={
          asked === 'quiet' ? (
            <IconPlayerPlay size={14} aria-hidden />
          ) : (
            <IconPlayerPause size={14} aria-hidden />
          )
        }
        loading={quiet.busy || resume.busy}
        onClick={toggle}
        title={asked === 'quiet' ? 'Lets it take jobs again' : 'It starts nothing new; what it runs goes on'}
      >
        {asked === 'quiet' ? 'Resume' : 'Quiet'}
      </Button>
      <StopWorker worker={worker} opened={stopping} onClose={() => setStopping(false)} />
    </>
  );
}
