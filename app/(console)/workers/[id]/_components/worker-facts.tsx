import Link from 'next/link';
import { RelativeTime } from '@/components/time/relative-time';
import { Fact, Facts } from '@/components/ui/facts';
import { ShortId } from '@/components/ui/short-id';
import { Slots } from '@/components/worker/slots';
import { ATTEMPTS_LOOKED_AT, JOBS_LOOKED_AT } from '@/lib/workers/attempts';
import type { WorkerDetail } from '@/lib/workers/worker-detail';

const TRANSPORTS: Record<string, string> = { postgres: 'PostgreSQL', redis: 'Redis' };

/** What a worker is and what it serves, in order. */
export function WorkerFacts({ worker }: { worker: WorkerDetail }) {
  const { host, pid, version, backend, queues, runners, slots, slotsUsed, trouble, endedAt, counts } = worker;
  return (
    <Facts>
      {trouble ? (
        <Fact name="Trouble">
          <span style={{ color: 'var(--ym-orange)' }}>{trouble}</span>
        </Fact>
      ) : null}
      <Fact name="Queues, in order">
        {queues.map((queue, at) => (
          <span key={queue}>
            {at > 0 ? <span className="dim"> › </span> : null}
            <Link className="mono" href={`/queues/${encodeURIComponent(queue)}`}>
              {queue}
            </Link>
          </span>
        ))}
      </Fact>
      <Fact name="Slots used">
        <Slots used={slotsUsed} of={slots} />
      </Fact>
      <Fact name="Heartbeat">
        <RelativeTime at={worker.heartbeatAt} />
      </Fact>
      <Fact name="Started">
        <RelativeTime at={worker.startedAt} />
      </Fact>
      {endedAt ? (
        <Fact name="Ended">
          <RelativeTime at={endedAt} />
        </Fact>
      ) : null}
      <Fact name="Host and process">
        <span className="mono">{host}</span>, process {pid}
      </Fact>
      <Fact name="Version">{version}</Fact>
      <Fact name="Transport">{TRANSPORTS[backend] ?? backend}</Fact>
      <Fact name="Runners it knows">
        <span title={runners.join('\n')}>{runners.length}</span>
      </Fact>
      <Fact name="Attempts lately">
        <span
          title={`Among its newest ${JOBS_LOOKED_AT.toLocaleString('en')} jobs and the newest ${ATTEMPTS_LOOKED_AT.toLocaleString('en')} earlier attempts of all workers`}
        >
          {counts.attempts.toLocaleString('en')}
          {counts.lost > 0 ? `, ${counts.lost} lost with it` : ''}
          {counts.interrupted > 0 ? `, ${counts.interrupted} handed back` : ''}
        </span>
      </Fact>
      <Fact name="Id">
        <ShortId id={worker.id} />
      </Fact>
    </Facts>
  );
}
