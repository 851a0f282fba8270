'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { PageTitle } from '@/components/layout/page-title';
import { EmptyFace } from '@/components/ui/empty-face';
import { Region } from '@/components/ui/region';
import { systemJobsOptions } from '@/lib/schedules/query-options';
import { SystemJobTable } from './_components/system-job-table';

export function SystemJobsView() {
  const jobs = useQuery(systemJobsOptions());
  const gone = jobs.data?.some(({ inCode }) => !inCode) ?? false;
  return (
    <>
      <PageTitle sign={gone ? '⚠' : null} name="System jobs" />
      <PageHeader title="System jobs" />
      <Region query={jobs} what="the system jobs">
        {(rows) =>
          rows.length > 0 ? (
            <SystemJobTable jobs={rows} />
          ) : (
            <EmptyFace title="No system job yet">
              A system job keeps the house: its code declares how often it runs, and the first worker that
              starts makes its schedule. Start a worker with <code>npm run worker</code>.
            </EmptyFace>
          )
        }
      </Region>
    </>
  );
}
