import { Duration, RelativeTime } from '@/components/time/relative-time';
import type { Attention } from '@/lib/overview/attention';
import { depthText } from '@/lib/queues/depth';

/** Says what is so and, where it is known, what to do. */
export function AttentionSentence({ item }: { item: Attention }) {
  switch (item.kind) {
    case 'no_workers':
      return (
        <>
          <b>No worker runs.</b> {jobs(item.pending)}. Start one with <code>npm run worker</code>.
        </>
      );
    case 'queue_unserved':
      return (
        <>
          <b>No worker serves {item.queue}.</b> {jobs(item.pending)}, the oldest for{' '}
          <Duration from={item.oldestDueAt} to={null} />. Start one with{' '}
          <code>npm run worker -- {item.queue}</code>.
        </>
      );
    case 'queue_paused':
      return (
        <>
          <b>{item.queue} is paused</b> by {item.by ?? 'the system'}. {jobs(item.pending)}.
          {item.reason ? ` “${item.reason}”` : ''}
        </>
      );
    case 'worker_silent':
      return (
        <>
          <b>
            The worker {item.host}:{item.pid} is silent.
          </b>{' '}
          Last heartbeat <RelativeTime at={item.heartbeatAt} />.
        </>
      );
    case 'worker_lost':
      return (
        <>
          <b>
            The worker {item.host}:{item.pid} was lost.
          </b>{' '}
          Last heartbeat <RelativeTime at={item.heartbeatAt} />; its jobs were retried or ended.
        </>
      );
    case 'worker_trouble':
      return (
        <>
          <b>
            The worker {item.host}:{item.pid} is in trouble.
          </b>{' '}
          {item.trouble}
        </>
      );
    case 'schedule_failing':
      return (
        <>
          <b>{item.name} keeps failing.</b> Its last {item.failures} runs failed.
        </>
      );
  }
}

/** The page on which it can be mended. */
export function addressOf(item: Attention): string {
  if ('scheduleId' in item) return `/schedules/${item.scheduleId}`;
  return 'queue' in item ? '/queues' : '/workers';
}

function jobs(pending: number): string {
  if (pending === 0) return 'Nothing waits yet';
  return pending === 1 ? '1 job waits' : `${depthText(pending)} jobs wait`;
}
