'use client';

import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { Pager } from '@/components/data-table/pager';
import { useCan } from '@/components/layout/actor-context';
import { PageHeader } from '@/components/layout/page-header';
import { EmptyFace } from '@/components/ui/empty-face';
import { LinkButton } from '@/components/ui/link-button';
import { NoMatchFace } from '@/components/ui/no-match-face';
import { Region } from '@/components/ui/region';
import { DataSourceTable } from './_components/data-source-table';
import { SearchBar } from './_components/search-bar';
import { type DataSourcePage, dataSourcesOptions } from './query-options';
import { type DataSourceParams, dataSourceParams, dataSourcesHref, filterOf } from './search-params';

export function DataSourcesView() {
  const [params, setParams] = useQueryStates(dataSourceParams, { history: 'push' });
  const sources = useQuery(dataSourcesOptions(filterOf(params)));
  const search = (q: string) => void setParams({ q, after: null, before: null });
  return (
    <>
      <PageHeader title="Data sources" actions={<NewDataSource />} />
      <SearchBar
        label="Search data sources"
        placeholder="Name or address"
        value={params.q}
        onChange={search}
      />
      <Region query={sources} what="the data sources">
        {(page) => {
          if (page.items.length > 0) return <Rows page={page} params={params} />;
          return params.q ? (
            <NoMatchFace title="No data source has this in its name or address" onClear={() => search('')} />
          ) : (
            <EmptyFace title="No data sources yet" action={<NewDataSource />}>
              A data source is a place that files are read from, in the background and again and again: a git
              repository, a download, a folder. An administrator adds one.
            </EmptyFace>
          );
        }}
      </Region>
    </>
  );
}

function NewDataSource() {
  if (!useCan('data_sources.write')) return null;
  return (
    <LinkButton href="/data-sources/new" variant="filled" leftSection={<IconPlus size={14} aria-hidden />}>
      New data source
    </LinkButton>
  );
}

function Rows({ page, params }: { page: DataSourcePage; params: DataSourceParams }) {
  const hrefAt = (cursor: { after: string | null; before: string | null }) =>
    dataSourcesHref('/data-sources', { ...params, ...cursor });
  return (
    <>
      <DataSourceTable sources={page.items} />
      <Pager
        newer={page.previous && hrefAt({ before: page.previous, after: null })}
        older={page.next && hrefAt({ after: page.next, before: null })}
      >
        {page.items.length} {page.items.length === 1 ? 'data source' : 'data sources'}, by name
      </Pager>
    </>
  );
}
