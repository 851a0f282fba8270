'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { PageTitle } from '@/components/layout/page-title';
import { Region } from '@/components/ui/region';
import { titleSignOf } from '@/components/worker/title-sign';
import { WorkerState } from '@/components/worker/worker-state';
import { workerOptions } from '@/lib/workers/query-options';
import { RunningTable } from '../_components/running-table';
import { LatelyTable } from './_components/lately-table';
import { WorkerButtons } from './_components/worker-buttons';
import { WorkerFacts } from './_components/worker-facts';

/** One worker process: how it is, what it serves, what it runs and what it ran. */
export function WorkerView({ id }: { id: string }) {
  const query = useQuery(workerOptions(id));
  return (
    <Region query={query} what="the worker">
      {(worker) => {
        const name = `${worker.host}:${worker.pid}`;
        return (
          <>
            <PageTitle sign={titleSignOf(worker)} name={name} />
            <PageHeader
              title={<span className="mono">{name}</span>}
              parent={{ href: '/workers', label: 'Workers' }}
              beside={<WorkerState worker={worker} />}
              actions={<WorkerButtons worker={worker} />}
            />
            <WorkerFacts worker={worker} />
            <RunningTable workers={[worker]} />
            <LatelyTable worker={worker} />
          </>
        );
      }}
    </Region>
  );
}
