'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { EmptyFace } from '@/components/ui/empty-face';
import { Region } from '@/components/ui/region';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { runnersOptions } from '@/lib/runners/query-options';
import { runnerEndsOptions } from '@/lib/statistics/query-options';
import { RunnerTable } from './_components/runner-table';

export function RunnersView() {
  const runners = useQuery(runnersOptions());
  const ends = useQuery(runnerEndsOptions());
  return (
    <>
      <PageHeader title="Runners" />
      <Region query={runners} what="the runners" skeleton={<SkeletonRows rows={8} />}>
        {(rows) =>
          rows.length > 0 ? (
            <Region query={ends} what="their statistics" skeleton={<SkeletonRows rows={rows.length} />}>
              {(byRunner) => <RunnerTable runners={rows} ends={byRunner} />}
            </Region>
          ) : (
            <EmptyFace title="No plugin provides a runner">
              A runner is what a job does. Plugins bring them; <code>yardmaster.config.ts</code> lists the
              plugins.
            </EmptyFace>
          )
        }
      </Region>
    </>
  );
}
