'use client';

import { useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { Pager } from '@/components/data-table/pager';
import { PageHeader } from '@/components/layout/page-header';
import { EmptyFace } from '@/components/ui/empty-face';
import { NoMatchFace } from '@/components/ui/no-match-face';
import { Region } from '@/components/ui/region';
import type { SchedulePage } from '@/lib/schedules/queries';
import { schedulesOptions } from '@/lib/schedules/query-options';
import { ScheduleFilters } from './_components/schedule-filters';
import { ScheduleTable } from './_components/schedule-table';
import { scheduleParams } from './search-params';

export function SchedulesView() {
  const [filter, setFilter] = useQueryStates(scheduleParams, { history: 'replace' });
  const schedules = useQuery(schedulesOptions(filter));
  const narrowed = filter.state !== null || filter.search !== '';
  const clear = () => void setFilter(null);
  return (
    <>
      <PageHeader title="Schedules" />
      <ScheduleFilters
        state={filter.state}
        search={filter.search}
        onChange={(change) => void setFilter({ after: null, before: null, ...change })}
      />
      <Region query={schedules} what="the schedules">
        {(page) => {
          if (page.items.length > 0) return <Rows page={page} state={filter.state} search={filter.search} />;
          return narrowed ? (
            <NoMatchFace title="No schedule fits the filter" onClear={clear} />
          ) : (
            <NoSchedules />
          );
        }}
      </Region>
    </>
  );
}

function Rows({ page, state, search }: { page: SchedulePage; state: string | null; search: string }) {
  const addressOf = (side: 'after' | 'before', cursor: string | null) => {
    if (cursor === null) return null;
    const query = new URLSearchParams({
      ...(state ? { state } : {}),
      ...(search ? { search } : {}),
      [side]: cursor,
    });
    return `/schedules?${query}`;
  };
  return (
    <>
      <ScheduleTable schedules={page.items} />
      {page.next || page.previous ? (
        <Pager newer={addressOf('before', page.previous)} older={addressOf('after', page.next)}>
          {page.items.length} schedules, by name
        </Pager>
      ) : null}
    </>
  );
}

function NoSchedules() {
  return (
    <EmptyFace title="Nothing is scheduled">
      A schedule produces jobs again and again. It comes about when a job is enqueued with an interval or a
      cron expression, when a data source gets a sync interval, or when a plugin declares a system job.
    </EmptyFace>
  );
}
