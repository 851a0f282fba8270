import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { DataFileDetail, DataFileSummary } from '@/plugins/data-sources/file-queries';
import type { KeysetPage } from '@/plugins/data-sources/keyset-page';
import type { DataSourceDetail, DataSourceSummary } from '@/plugins/data-sources/queries';
import type { ListFilter } from '@/plugins/data-sources/schema';

export type DataSourcePage = KeysetPage<DataSourceSummary>;
export type DataFilePage = KeysetPage<DataFileSummary>;

/** A page of data sources; the page before stays on screen while the next one is read. */
export const dataSourcesOptions = (filter: ListFilter) =>
  queryOptions({
    queryKey: ['data-sources', 'list', filter],
    queryFn: ({ signal }) => fetchJson<DataSourcePage>(`/api/data-sources?${toQuery(filter)}`, signal),
    placeholderData: keepPreviousData,
  });

export const dataSourceOptions = (id: string) =>
  queryOptions({
    queryKey: ['data-sources', 'one', id],
    queryFn: ({ signal }) => fetchJson<DataSourceDetail>(`/api/data-sources/${id}`, signal),
  });

export const dataFilesOptions = (id: string, filter: ListFilter) =>
  queryOptions({
    queryKey: ['data-sources', 'files', id, filter],
    queryFn: ({ signal }) =>
      fetchJson<DataFilePage>(`/api/data-sources/${id}/files?${toQuery(filter)}`, signal),
    placeholderData: keepPreviousData,
  });

export const dataFileOptions = (id: string, fileId: string) =>
  queryOptions({
    queryKey: ['data-sources', 'file', id, fileId],
    queryFn: ({ signal }) => fetchJson<DataFileDetail>(`/api/data-sources/${id}/files/${fileId}`, signal),
  });

function toQuery(filter: ListFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return query;
}
