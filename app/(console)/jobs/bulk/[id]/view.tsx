'use client';

import { useQuery } from '@tanstack/react-query';
import { BULK_STATES, BulkState } from '@/components/bulk/bulk-state';
import { bulkTitle } from '@/components/bulk/bulk-words';
import { PageHeader } from '@/components/layout/page-header';
import { PageTitle } from '@/components/layout/page-title';
import { Region } from '@/components/ui/region';
import { bulkOperationOptions } from '@/lib/bulk/query-options';
import { BulkFacts } from './_components/bulk-facts';
import { BulkVerbs } from './_components/bulk-verbs';
import { Outcomes } from './_components/outcomes';

/** One bulk operation: how far it is, what it was asked for, and what became of each job. */
export function BulkView({ id }: { id: string }) {
  const query = useQuery(bulkOperationOptions(id));
  return (
    <Region query={query} what="the operation">
      {(operation) => (
        <>
          <PageTitle sign={null} name={`${BULK_STATES[operation.state].label}: ${bulkTitle(operation)}`} />
          <PageHeader
            parent={{ href: '/jobs/bulk', label: 'Bulk operations' }}
            title={bulkTitle(operation)}
            beside={<BulkState operation={operation} />}
            actions={<BulkVerbs operation={operation} />}
          />
          <BulkFacts operation={operation} />
          <Outcomes operation={operation} />
        </>
      )}
    </Region>
  );
}
