import {
  IconAlertTriangle,
  IconCircleCheck,
  IconPlayerPause,
  IconPlayerStop,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import type { WorkerSummary } from '@/lib/workers/queries';
import classes from './worker.module.css';

type WorkerFacts = Pick<WorkerSummary, 'state' | 'asked' | 'trouble'>;

/** How a worker is, as icon and word; what it means or what is wrong on hover. */
export function WorkerState({ worker }: { worker: WorkerFacts }) {
  const { Icon, word, colour, meaning } = faceOf(worker);
  return (
    <span className={classes.state} title={meaning}>
      <Icon size={15} stroke={1.9} style={{ color: colour }} aria-hidden />
      <span style={{ color: colour }}>{word}</span>
      {worker.state === 'live' && worker.trouble ? (
        <span className={classes.detail}>{worker.trouble}</span>
      ) : null}
    </span>
  );
}

function faceOf({ state, asked, trouble }: WorkerFacts) {
  if (state === 'silent')
    return {
      Icon: IconPlugConnectedX,
      word: 'Silent',
      colour: 'var(--ym-red)',
      meaning: 'Its heartbeat is overdue',
    };
  if (state === 'lost')
    return {
      Icon: IconPlugConnectedX,
      word: 'Lost',
      colour: 'var(--ym-red)',
      meaning: 'It went silent and was given up; its jobs were retried or ended',
    };
  if (state === 'ended')
    return {
      Icon: IconPlayerStop,
      word: 'Stopped',
      colour: 'var(--ym-gray)',
      meaning: 'It stopped in order',
    };
  if (trouble !== null)
    return { Icon: IconAlertTriangle, word: 'In trouble', colour: 'var(--ym-orange)', meaning: trouble };
  if (asked === 'stop')
    return {
      Icon: IconPlayerStop,
      word: 'Stopping',
      colour: 'var(--ym-gray)',
      meaning: 'Asked to end what it runs and stop',
    };
  if (asked === 'quiet')
    return {
      Icon: IconPlayerPause,
      word: 'Quiet',
      colour: 'var(--ym-gray)',
      meaning: 'Asked to start nothing new',
    };
  return {
    Icon: IconCircleCheck,
    word: 'Live',
    colour: 'var(--ym-green)',
    meaning: 'Its heartbeat is fresh',
  };
}
