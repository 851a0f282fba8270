import { queryOptions } from '@tanstack/react-query';
import { type JobFilter, jobsQuery } from '@/lib/jobs/job-filter';
import { fetchJson } from '@/lib/web/fetch-json';
import type { BulkPreview } from './preview';
import type { BulkDetail, BulkOperation, OutcomePage } from './queries';
import type { BulkVerb, SkipReason } from './verbs';

/** What a verb would do to the jobs that pass a filter, as of now. */
export const bulkPreviewOptions = (verb: BulkVerb, filter: JobFilter) =>
  queryOptions({
    queryKey: ['bulk-preview', verb, filter],
    queryFn: ({ signal }) => {
      const query = jobsQuery(filter);
      query.set('verb', verb);
      return fetchJson<BulkPreview | null>(`/api/bulk/preview?${query}`, signal);
    },
    staleTime: 0,
    gcTime: 0,
  });

// Operations change with jobs: they are one, and what they do is done to jobs.
export const bulkOperationsOptions = () =>
  queryOptions({
    queryKey: ['jobs', 'bulk'],
    queryFn: ({ signal }) => fetchJson<BulkOperation[]>('/api/bulk', signal),
  });

export const bulkOperationOptions = (id: string) =>
  queryOptions({
    queryKey: ['jobs', 'bulk', id],
    queryFn: ({ signal }) => fetchJson<BulkDetail>(`/api/bulk/${id}`, signal),
  });

/** Which outcomes to list: all, those that changed, those that did not, or those left alone for one reason. */
export type OutcomeFilter = 'all' | 'changed' | 'skipped' | SkipReason;

export const bulkOutcomesOptions = (
  id: string,
  page: { what: OutcomeFilter; after: string | null; before: string | null },
) =>
  queryOptions({
    queryKey: ['jobs', 'bulk', id, page],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ what: page.what });
      if (page.after) query.set('after', page.after);
      if (page.before) query.set('before', page.before);
      return fetchJson<OutcomePage>(`/api/bulk/${id}/outcomes?${query}`, signal);
    },
  });
