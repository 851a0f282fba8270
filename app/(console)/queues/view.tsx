'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { Region } from '@/components/ui/region';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { queuesOptions } from '@/lib/queues/query-options';
import { QueueTable } from './_components/queue-table';

export function QueuesView() {
  const queues = useQuery(queuesOptions());
  return (
    <>
      <PageHeader title="Queues" />
      <Region query={queues} what="the queues" skeleton={<SkeletonRows rows={6} />}>
        {(rows) => <QueueTable queues={rows} />}
      </Region>
    </>
  );
}
