'use client';

import { useQuery } from '@tanstack/react-query';
import { BulkState } from '@/components/bulk/bulk-state';
import { bulkTitle } from '@/components/bulk/bulk-words';
import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { PageHeader } from '@/components/layout/page-header';
import { RelativeTime } from '@/components/time/relative-time';
import { EmptyFace } from '@/components/ui/empty-face';
import { Region } from '@/components/ui/region';
import type { BulkOperation } from '@/lib/bulk/queries';
import { bulkOperationsOptions } from '@/lib/bulk/query-options';

const columns: Column<BulkOperation>[] = [
  { key: 'title', header: 'Operation', width: '28%', render: (operation) => bulkTitle(operation) },
  {
    key: 'state',
    header: 'State',
    width: '180px',
    leaveOut: 'phone',
    render: (operation) => <BulkState operation={operation} />,
  },
  {
    key: 'changed',
    header: 'Changed',
    width: '88px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ changed }) => changed.toLocaleString('en-GB'),
  },
  {
    key: 'skipped',
    header: 'Skipped',
    width: '88px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ skipped }) => skipped.toLocaleString('en-GB'),
  },
  { key: 'actor', header: 'Asked by', leaveOut: 'tablet', render: ({ actor }) => actor },
  {
    key: 'asked',
    header: 'Asked',
    width: '110px',
    narrow: '96px',
    align: 'right',
    render: ({ askedAt }) => <RelativeTime at={askedAt} />,
  },
];

/** The bulk operations of late, newest first. */
export function BulkOperationsView() {
  const query = useQuery(bulkOperationsOptions());
  return (
    <>
      <PageHeader parent={{ href: '/jobs', label: 'Jobs' }} title="Bulk operations" />
      <Region query={query} what="the bulk operations">
        {(operations) =>
          operations.length === 0 ? (
            <EmptyFace title="No bulk operation yet">
              Select jobs in the list, or all that match a filter, and retry, cancel or delete them together.
              What became of each job is then told here.
            </EmptyFace>
          ) : (
            <DataTable
              label="Bulk operations"
              columns={columns}
              rows={operations}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/jobs/bulk/${id}`}
              phoneLine={(operation) => <BulkState operation={operation} />}
            />
          )
        }
      </Region>
    </>
  );
}
