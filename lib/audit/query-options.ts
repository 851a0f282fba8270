import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import { AUDIT_PAGE_SIZE, type AuditCursor, type AuditFilter } from './audit-filter';
import type { AuditFacets, AuditPage } from './queries';

/** A page of the audit, newest first. */
export const auditOptions = (filter: AuditFilter, cursor: AuditCursor, limit = AUDIT_PAGE_SIZE) =>
  queryOptions({
    queryKey: ['audit', 'page', filter, cursor, limit],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ limit: String(limit) });
      for (const [name, value] of Object.entries({ ...filter, ...cursor })) {
        if (value !== null) query.set(name, value);
      }
      return fetchJson<AuditPage>(`/api/audit?${query}`, signal);
    },
  });

/** What the audit can be filtered by. */
export const auditFacetsOptions = () =>
  queryOptions({
    queryKey: ['audit', 'facets'],
    queryFn: ({ signal }) => fetchJson<AuditFacets>('/api/audit/facets', signal),
  });
