'use client';

import { useQuery } from '@tanstack/react-query';
import { parseAsBoolean, useQueryState } from 'nuqs';
import { Section } from '@/components/layout/section';
import { Region } from '@/components/ui/region';
import type { Statistics } from '@/lib/statistics/queries';
import { statisticsOptions } from '@/lib/statistics/query-options';
import { STATISTICS_WINDOWS, type StatisticsWindow } from '@/lib/statistics/windows';
import classes from './chart.module.css';
import { ChartBones } from './chart-bones';
import { ChartFigure } from './chart-figure';
import { durationPoint } from './duration-point';
import { type ChartPoint, FAILURES, OUTCOMES, PERCENTILES } from './series';
import { StatisticsTable } from './statistics-table';
import { ZoneNote } from './zone-note';

interface StatisticsSectionProps {
  window: StatisticsWindow;
  /** Of this queue or runner alone. */
  queue?: string;
  runner?: string;
  title?: string;
}

/** How many jobs ended how, how long they waited and ran: four small charts on one scale of time, or the same as a table. */
export function StatisticsSection({ title = 'Throughput', ...of }: StatisticsSectionProps) {
  const statistics = useQuery(statisticsOptions(of));
  const [asTable, setAsTable] = useQueryState('table', parseAsBoolean.withDefault(false));
  return (
    <Section
      title={title}
      note={
        <>
          {STATISTICS_WINDOWS[of.window].title}, <ZoneNote />
        </>
      }
      actions={
        <button type="button" className={classes.toggle} onClick={() => void setAsTable(!asTable)}>
          {asTable ? 'As charts' : 'As a table'}
        </button>
      }
    >
      <Region query={statistics} what="the statistics" skeleton={<ChartBones figures={4} />}>
        {(data) => (asTable ? <StatisticsTable statistics={data} /> : <Charts statistics={data} />)}
      </Region>
    </Section>
  );
}

function Charts({ statistics }: { statistics: Statistics }) {
  const { window, stepMs, totals } = statistics;
  const common = { window, stepMs };
  const per = `per ${STATISTICS_WINDOWS[window].step}`;
  const ends = statistics.points.map(
    ({ at, completed, failed, errored, cancelled }): ChartPoint => ({
      at: Date.parse(at),
      ...{ completed, failed, errored, cancelled },
    }),
  );
  const counts = {
    ...common,
    points: ends,
    totals: totals as unknown as Record<string, number>,
    unit: `jobs ${per}`,
  };
  const durations = { ...common, kind: 'lines', format: 'duration', series: PERCENTILES } as const;
  return (
    <div className={classes.charts}>
      <ChartFigure
        {...counts}
        title="Ended jobs"
        kind="bars"
        format="count"
        series={OUTCOMES}
        nothing="No job has ended"
      />
      <ChartFigure
        {...counts}
        title="Failures"
        kind="bars"
        format="count"
        series={FAILURES}
        nothing="No job has failed"
      />
      {(['wait', 'run'] as const).map((name) => (
        <ChartFigure
          key={name}
          {...durations}
          title={name === 'wait' ? 'Wait time' : 'Run time'}
          unit={name === 'wait' ? 'from due to start' : 'from start to end'}
          points={statistics.points.map((point) => durationPoint(point.at, point[name]))}
          totals={{ ...totals[name] }}
          nothing="No attempt has ended"
        />
      ))}
    </div>
  );
}
