'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { AttentionList } from '@/components/overview/attention-list';
import { StatStrip } from '@/components/overview/stat-strip';
import { Region } from '@/components/ui/region';
import { overviewOptions } from '@/lib/overview/query-options';
import { FailureTable } from './_components/failure-table';
import { NextRunTable } from './_components/next-run-table';
import classes from './_components/overview.module.css';
import { QueueBacklog } from './_components/queue-backlog';
import { WorkerList } from './_components/worker-list';

export function OverviewView() {
  const overview = useQuery(overviewOptions());
  return (
    <>
      <PageHeader title="Overview" />
      <Region query={overview} what="the overview">
        {(facts) => (
          <>
            <StatStrip overview={facts} />
            <AttentionList items={facts.attention} />
            <div className={classes.columns}>
              <QueueBacklog queues={facts.queues} />
              <FailureTable failures={facts.newestFailures} />
              <NextRunTable runs={facts.nextRuns} />
              <WorkerList workers={facts.workers} />
            </div>
          </>
        )}
      </Region>
    </>
  );
}
