'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useQueryState, useQueryStates } from 'nuqs';
import { AuditList } from '@/components/audit/audit-list';
import { DepthSection } from '@/components/chart/depth-section';
import { windowParam } from '@/components/chart/window-param';
import { WindowSwitch } from '@/components/chart/window-switch';
import { cursorOf } from '@/components/job/cursor-params';
import { JobList } from '@/components/job/job-list';
import { PageHeader } from '@/components/layout/page-header';
import { PageTitle } from '@/components/layout/page-title';
import { Section } from '@/components/layout/section';
import { EmptyFace } from '@/components/ui/empty-face';
import { Region } from '@/components/ui/region';
import { queueOptions } from '@/lib/queues/query-options';
import { QueueButtons } from './_components/queue-buttons';
import { QueueDepths } from './_components/queue-depths';
import { QueueNotices } from './_components/queue-notices';
import { ServingWorkers } from './_components/serving-workers';
import { jobsInQueue, queueHref, queueJobsParams } from './search-params';

/** One queue: how deep it is, whether it moves and why not, who serves it, and what is in it. */
export function QueueView({ name }: { name: string }) {
  const queue = useQuery(queueOptions(name));
  const [window] = useQueryState('window', windowParam);
  return (
    <>
      <PageTitle sign={queue.data?.pausedAt ? '⏸' : null} name={name} />
      <PageHeader
        title={<span className="mono">{name}</span>}
        parent={{ href: '/queues', label: 'Queues' }}
        actions={
          <>
            <WindowSwitch />
            {queue.data ? <QueueButtons queue={queue.data} /> : null}
          </>
        }
      />
      <Region query={queue} what="the queue">
        {(data) => (
          <>
            <QueueNotices queue={data} />
            <QueueDepths queue={data} />
            <DepthSection window={window} queue={name} />
            <ServingWorkers workers={data.workers} queue={name} />
          </>
        )}
      </Region>
      <QueueJobs name={name} />
      <AuditList target={{ type: 'queue', id: name }} />
    </>
  );
}

// Said by the page itself.
const SAID_ABOVE = ['queue'];

function QueueJobs({ name }: { name: string }) {
  const [params] = useQueryStates(queueJobsParams);
  const all = `/jobs?queue=${encodeURIComponent(name)}`;
  const path = `/queues/${encodeURIComponent(name)}`;
  return (
    <Section title="In the queue" actions={<Link href={all}>All its jobs</Link>}>
      <JobList
        filter={jobsInQueue(name)}
        cursor={cursorOf(params)}
        hrefAt={({ olderThan, newerThan }) =>
          queueHref(path, { ...params, older: olderThan, newer: newerThan })
        }
        without={SAID_ABOVE}
        empty={
          <EmptyFace title="Nothing is in this queue">
            Jobs that wait, are scheduled or run stand here until they end.
          </EmptyFace>
        }
      />
    </Section>
  );
}
