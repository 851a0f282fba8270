'use client';

import { useQuery } from '@tanstack/react-query';
import { useQueryState } from 'nuqs';
import { StatisticsSection } from '@/components/chart/statistics-section';
import { windowParam } from '@/components/chart/window-param';
import { WindowSwitch } from '@/components/chart/window-switch';
import { PageHeader } from '@/components/layout/page-header';
import { PageTitle } from '@/components/layout/page-title';
import { AttentionList } from '@/components/overview/attention-list';
import { StatStrip } from '@/components/overview/stat-strip';
import { Region } from '@/components/ui/region';
import { overviewOptions } from '@/lib/overview/query-options';
import { statisticsOptions } from '@/lib/statistics/query-options';
import { FailureGroups } from './_components/failure-groups';
import { FirstSteps } from './_components/first-steps';
import { NextRunTable } from './_components/next-run-table';
import classes from './_components/overview.module.css';
import { QueueBacklog } from './_components/queue-backlog';
import { WorkerList } from './_components/worker-list';

export function OverviewView() {
  const [window] = useQueryState('window', windowParam);
  const overview = useQuery(overviewOptions(window));
  const { data: statistics } = useQuery(statisticsOptions({ window }));
  return (
    <>
      <PageHeader title="Overview" actions={<WindowSwitch />} />
      <Region query={overview} what="the overview">
        {(facts) => (
          <>
            <PageTitle
              sign={facts.attention.length > 0 ? `(${facts.attention.length})` : null}
              name="Overview"
            />
            <StatStrip overview={facts} window={window} totals={statistics?.totals} />
            <AttentionList items={facts.attention} />
            {facts.isNew ? (
              <FirstSteps hasWorker={facts.workers.length > 0} />
            ) : (
              <StatisticsSection window={window} />
            )}
            <div className={classes.columns}>
              <FailureGroups groups={facts.failureGroups} window={window} />
              <QueueBacklog queues={facts.queues} />
              <NextRunTable runs={facts.nextRuns} />
              <WorkerList workers={facts.workers} />
            </div>
          </>
        )}
      </Region>
    </>
  );
}
