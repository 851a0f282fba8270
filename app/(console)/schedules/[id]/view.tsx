'use client';

import { useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { AuditList } from '@/components/audit/audit-list';
import { cursorOf } from '@/components/job/cursor-params';
import { JobList } from '@/components/job/job-list';
import { PageHeader } from '@/components/layout/page-header';
import { PageTitle } from '@/components/layout/page-title';
import { Section } from '@/components/layout/section';
import { EmptyFace } from '@/components/ui/empty-face';
import { Region } from '@/components/ui/region';
import { scheduleOptions } from '@/lib/schedules/query-options';
import { DriftSection } from './_components/drift-section';
import { NextTimes } from './_components/next-times';
import { OutcomeSection } from './_components/outcome-section';
import { ScheduleArguments } from './_components/schedule-arguments';
import { ScheduleButtons } from './_components/schedule-buttons';
import { ScheduleFacts } from './_components/schedule-facts';
import { jobsOfSchedule, scheduleHref, scheduleJobsParams } from './search-params';

const SIGNS = { active: null, paused: '⏸', ended: '■' } as const;
// Said by the page itself: the jobs of one schedule share all of these.
const SAID_ABOVE = ['queue', 'object'];

export function ScheduleView({ id }: { id: string }) {
  const schedule = useQuery(scheduleOptions(id));
  return (
    <>
      <PageHeader
        title={schedule.data?.name ?? 'Schedule'}
        parent={{ href: '/schedules', label: 'Schedules' }}
        actions={schedule.data ? <ScheduleButtons schedule={schedule.data} /> : null}
      />
      <Region query={schedule} what="the schedule">
        {(data) => (
          <>
            <PageTitle sign={SIGNS[data.state]} name={data.name} />
            <ScheduleFacts schedule={data} />
            <DriftSection schedule={data} />
            <OutcomeSection marks={data.marks} />
            <NextTimes times={data.nextTimes} timeZone={data.cron === null ? null : data.timeZone} />
            <ScheduleArguments schedule={data} />
          </>
        )}
      </Region>
      <ScheduleJobs id={id} />
      <AuditList target={{ type: 'schedule', id }} />
    </>
  );
}

function ScheduleJobs({ id }: { id: string }) {
  const [params] = useQueryStates(scheduleJobsParams);
  return (
    <Section title="Jobs">
      <JobList
        filter={jobsOfSchedule(id)}
        cursor={cursorOf(params)}
        hrefAt={({ olderThan, newerThan }) =>
          scheduleHref(`/schedules/${id}`, { older: olderThan, newer: newerThan })
        }
        without={SAID_ABOVE}
        empty={
          <EmptyFace title="It has not produced a job yet">Its jobs appear here, newest first.</EmptyFace>
        }
      />
    </Section>
  );
}
