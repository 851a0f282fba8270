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
import type { SchedulePage } from '@/lib/schedules/queries';
import { schedulesOptions } from '@/lib/schedules/query-options';
import { CalendarView } from './_components/calendar-view';
import { ScheduleFilters } from './_components/schedule-filters';
import { ScheduleTable } from './_components/schedule-table';
import { ScheduleViews } from './_components/schedule-views';
import { filterOf, type ScheduleParams, scheduleParams, schedulesHref } from './search-params';

export function SchedulesView() {
  const [{ view }, setParams] = useQueryStates(scheduleParams, { history: 'push' });
  const mayWrite = useCan('schedules.write');
  return (
    <>
      <PageHeader
        title="Schedules"
        beside={
          <ScheduleViews
            view={view}
            onChange={(view) => void setParams({ view, after: null, before: null })}
          />
        }
        actions={
          mayWrite ? (
            <LinkButton
              href="/schedules/new"
              variant="filled"
              leftSection={<IconPlus size={14} aria-hidden />}
            >
              New schedule
            </LinkButton>
          ) : null
        }
      />
      {view === 'calendar' ? <CalendarView /> : <List />}
    </>
  );
}

function List() {
  const [params, setParams] = useQueryStates(scheduleParams, { history: 'push' });
  const schedules = useQuery(schedulesOptions(filterOf(params)));
  const narrowed = params.state !== null || params.q !== '';
  return (
    <>
      <ScheduleFilters
        state={params.state}
        search={params.q}
        onChange={(change) => void setParams({ after: null, before: null, ...change })}
      />
      <Region query={schedules} what="the schedules">
        {(page) => {
          if (page.items.length > 0) return <Rows page={page} params={params} />;
          return narrowed ? (
            <NoMatchFace title="No schedule passes this filter" onClear={() => void setParams(null)} />
          ) : (
            <NoSchedules />
          );
        }}
      </Region>
    </>
  );
}

function Rows({ page, params }: { page: SchedulePage; params: ScheduleParams }) {
  const hrefAt = (cursor: { after: string | null; before: string | null }) =>
    schedulesHref('/schedules', { ...params, ...cursor });
  return (
    <>
      <ScheduleTable schedules={page.items} />
      {page.next || page.previous ? (
        <Pager
          newer={page.previous && hrefAt({ before: page.previous, after: null })}
          older={page.next && hrefAt({ after: page.next, before: null })}
        >
          {page.items.length} {page.items.length === 1 ? 'schedule' : 'schedules'}, by name
        </Pager>
      ) : null}
    </>
  );
}

function NoSchedules() {
  return (
    <EmptyFace title="Nothing is scheduled">
      A schedule produces jobs again and again. Make one here, or from a runner's page; one also comes about
      when code enqueues with an interval or a cron expression, when a data source gets a sync interval, and
      when a plugin declares a system job.
    </EmptyFace>
  );
}
