'use client';

import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { PageHeader } from '@/components/layout/page-header';
import { PageTitle } from '@/components/layout/page-title';
import { NotFoundFace } from '@/components/ui/not-found-face';
import { Region } from '@/components/ui/region';
import { ReadError } from '@/lib/web/fetch-json';
import { DATA_SOURCE_STATUSES } from '@/plugins/data-sources/status';
import { DataSourceStatus } from '../_components/data-source-status';
import { dataSourceOptions } from '../query-options';
import { DataSourceActions } from './_components/data-source-actions';
import { DataSourceFacts } from './_components/data-source-facts';
import { FilesTab } from './_components/files-tab';
import { JobsTab } from './_components/jobs-tab';
import { LastFailure } from './_components/last-failure';
import { detailParams, TABS } from './search-params';

/** One data source: how it is, what it holds, and the jobs that brought it here. */
export function DataSourceView({ id }: { id: string }) {
  const source = useQuery(dataSourceOptions(id));
  const [{ tab }, setParams] = useQueryStates(detailParams, { history: 'push' });
  const open = (value: string | null) =>
    void setParams({ ...CLEARED, tab: TABS.find((known) => known === value) ?? null });
  if (source.error instanceof ReadError && source.error.failure.code === 'not_found') {
    return (
      <NotFoundFace
        title="This data source was deleted"
        back={{ href: '/data-sources', label: 'All data sources' }}
      >
        It was here a moment ago. Somebody deleted it, with its files and its schedule.
      </NotFoundFace>
    );
  }
  return (
    <>
      <PageHeader
        title={source.data?.name ?? 'Data source'}
        parent={{ href: '/data-sources', label: 'Data sources' }}
        beside={source.data ? <DataSourceStatus source={source.data} /> : null}
        actions={source.data ? <DataSourceActions source={source.data} /> : null}
      />
      <Region query={source} what="the data source">
        {(data) => (
          <>
            <PageTitle sign={null} name={`${DATA_SOURCE_STATUSES[data.status].label}: ${data.name}`} />
            <LastFailure source={data} />
            <DataSourceFacts source={data} />
          </>
        )}
      </Region>
      <Tabs value={tab} onChange={open} keepMounted={false}>
        <Tabs.List px="var(--ym-gutter)">
          <Tabs.Tab value="files">Files</Tabs.Tab>
          <Tabs.Tab value="jobs">Jobs</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="files">
          <FilesTab id={id} />
        </Tabs.Panel>
        <Tabs.Panel value="jobs">
          <JobsTab id={id} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

const CLEARED = { q: null, after: null, before: null, older: null, newer: null };
