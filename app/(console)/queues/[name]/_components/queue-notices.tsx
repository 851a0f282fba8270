import { IconAlertTriangle, IconGauge, IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/time/relative-time';
import { CopyButton } from '@/components/ui/copy-button';
import type { QueueDetail } from '@/lib/queues/queue-detail';
import classes from './queue-page.module.css';

/** Why nothing of this queue starts, where nothing does, and what would help. */
export function QueueNotices({ queue }: { queue: QueueDetail }) {
  const { name, pausedAt, pausedBy, pauseReason, workers, concurrency, running } = queue;
  const command = `npm run worker -- ${name}`;
  const taking = workers.filter(({ asked }) => asked === null);
  return (
    <>
      {pausedAt ? (
        <Notice icon={<IconPlayerPause size={16} stroke={1.9} aria-hidden />}>
          <b>Paused</b> <RelativeTime at={pausedAt} /> by {pausedBy ?? 'the system'}
          {pauseReason ? <>: {pauseReason.replace(/\.$/, '')}</> : '; no reason was given'}. Nothing of it
          starts until it is resumed.
        </Notice>
      ) : null}
      {taking.length === 0 ? (
        <Notice icon={<IconAlertTriangle size={16} stroke={1.9} aria-hidden />}>
          <b>
            {workers.length === 0
              ? 'No worker serves this queue.'
              : 'No worker takes jobs of this queue now.'}
          </b>{' '}
          Its jobs wait. Start one with <code>{command}</code>{' '}
          <CopyButton text={command} label="Copy the command" />
        </Notice>
      ) : null}
      {concurrency !== null && running >= concurrency ? (
        <Notice icon={<IconGauge size={16} stroke={1.9} aria-hidden />}>
          <b>At its limit.</b> {running} of at most {concurrency} run; the next starts when one of them ends.
        </Notice>
      ) : null}
    </>
  );
}

const Notice = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <div className={classes.notice}>
    {icon}
    <div>{children}</div>
  </div>
);
