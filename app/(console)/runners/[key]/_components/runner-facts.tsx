import { useQuery } from '@tanstack/react-query';
import { formatDuration } from '@/components/time/format-time';
import { RelativeTime } from '@/components/time/relative-time';
import { Fact, Facts } from '@/components/ui/facts';
import type { RunnerDetail } from '@/lib/runners/queries';
import { statisticsOptions } from '@/lib/statistics/query-options';
import { STATISTICS_WINDOWS, type StatisticsWindow } from '@/lib/statistics/windows';
import { LastJob } from '../../_components/last-job';
import { Success } from '../../_components/success';

/** What a runner is, what its jobs are given unless somebody says otherwise, and how they went within the window. */
export function RunnerFacts({ runner, window }: { runner: RunnerDetail; window: StatisticsWindow }) {
  const { key, description, plugin, queue, timeoutMs, retries, lastJob, nextRunAt } = runner;
  const workers = runner.workers.filter(({ knows, serves }) => knows && serves).length;
  const totals = useQuery(statisticsOptions({ window, runner: key })).data?.totals;
  const span = STATISTICS_WINDOWS[window].label;
  return (
    <Facts>
      {description ? <Fact name="What it does">{description}</Fact> : null}
      <Fact name="Plugin">{plugin ?? <span className="dim">none lists it</span>}</Fact>
      <Fact name="Key">
        <code>{key}</code>
      </Fact>
      <Fact name="Queue">
        <code>{queue}</code>{' '}
        <span className="dim">
          {workers === 0
            ? 'no live worker there knows it'
            : `${workers} ${workers === 1 ? 'worker runs' : 'workers run'} it there`}
        </span>
      </Fact>
      <Fact name="Timeout and retries">
        {formatDuration(timeoutMs)},{' '}
        {retries === 0 ? 'no retry' : `${retries} ${retries === 1 ? 'retry' : 'retries'}`}
      </Fact>
      <Fact name={`Success, ${span}`}>
        <Success ends={totals} />
      </Fact>
      <Fact name={`Run time, ${span}`}>
        {totals?.run
          ? `${formatDuration(totals.run.p50)} median, ${formatDuration(totals.run.p95)} p95`
          : '–'}
      </Fact>
      <Fact name="Last job">
        <LastJob job={lastJob} />
      </Fact>
      <Fact name="Next run">
        {nextRunAt ? <RelativeTime at={nextRunAt} /> : <span className="dim">not scheduled</span>}
      </Fact>
    </Facts>
  );
}
