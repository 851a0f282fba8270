'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { AuditRows } from '@/components/audit/audit-rows';
import { Pager } from '@/components/data-table/pager';
import { PageHeader } from '@/components/layout/page-header';
import { EmptyFace } from '@/components/ui/empty-face';
import { NoMatchFace } from '@/components/ui/no-match-face';
import { Region } from '@/components/ui/region';
import type { AuditPage } from '@/lib/audit/queries';
import { auditOptions } from '@/lib/audit/query-options';
import { AuditFilters } from './_components/audit-filters';
import { type AuditParams, auditHref, auditParams, cursorOf, filterOf } from './search-params';

/** Everything that anybody did, newest first. */
export function AuditView() {
  const [params, setParams] = useQueryStates(auditParams, { history: 'push' });
  const query = useQuery({
    ...auditOptions(filterOf(params), cursorOf(params)),
    placeholderData: keepPreviousData,
  });
  const narrow = (part: Partial<AuditParams>) => void setParams({ ...part, older: null, newer: null });
  return (
    <>
      <PageHeader title="Audit" />
      <AuditFilters params={params} onChange={narrow} onClear={() => void setParams(null)} />
      <Region query={query} what="the audit">
        {(page) => {
          if (page.rows.length > 0) return <Rows page={page} params={params} />;
          if (Object.values(params).some((part) => part !== null)) {
            return <NoMatchFace title="Nobody did this" onClear={() => void setParams(null)} />;
          }
          return (
            <EmptyFace title="Nothing has been done yet">
              Whoever signs in, starts, cancels, pauses or edits something is named here, with what it was
              before and after.
            </EmptyFace>
          );
        }}
      </Region>
    </>
  );
}

function Rows({ page: { rows, hasNewer, hasOlder }, params }: { page: AuditPage; params: AuditParams }) {
  const hrefAt = (older: string | null, newer: string | null) =>
    auditHref('/audit', { ...params, older, newer });
  return (
    <>
      <AuditRows rows={rows} />
      <Pager
        newer={hasNewer ? hrefAt(null, rows.at(0)?.id ?? null) : null}
        older={hasOlder ? hrefAt(rows.at(-1)?.id ?? null, null) : null}
      >
        {rows.length} {rows.length === 1 ? 'entry' : 'entries'}, newest first
      </Pager>
    </>
  );
}
