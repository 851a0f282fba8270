'use client';

import { useQuery } from '@tanstack/react-query';
import { Section } from '@/components/layout/section';
import { Region } from '@/components/ui/region';
import type { Depth, DepthPoint } from '@/lib/statistics/depth';
import type { Statistics } from '@/lib/statistics/queries';
import { depthOptions, statisticsOptions } from '@/lib/statistics/query-options';
import { STATISTICS_WINDOWS, type StatisticsWindow } from '@/lib/statistics/windows';
import classes from './chart.module.css';
import { ChartBones } from './chart-bones';
import { ChartFigure } from './chart-figure';
import { durationPoint } from './duration-point';
import { rateOf } from './rate';
import { type ChartPoint, DEPTHS, OLDEST, PERCENTILES, RATE } from './series';
import { ZoneNote } from './zone-note';

/** How much waited and ran in a queue, for how long, and how fast it moved. */
export function DepthSection({ window, queue }: { window: StatisticsWindow; queue: string }) {
  const depth = useQuery(depthOptions({ window, queue }));
  const statistics = useQuery(statisticsOptions({ window, queue }));
  return (
    <Section
      title="Depth and rate"
      note={
        <>
          {STATISTICS_WINDOWS[window].title}, <ZoneNote />
        </>
      }
    >
      <Region query={depth} what="the depth" skeleton={<ChartBones figures={4} />}>
        {(depths) => (
          <Region query={statistics} what="the rate" skeleton={<ChartBones figures={4} />}>
            {(ends) => (
              <div className={classes.charts}>
                <DepthFigures depth={depths} />
                <RateFigures statistics={ends} />
              </div>
            )}
          </Region>
        )}
      </Region>
    </Section>
  );
}

function DepthFigures({ depth: { window, stepMs, points } }: { depth: Depth }) {
  const common = { window, stepMs, kind: 'lines', nothing: 'Nothing waited' } as const;
  const most = (name: keyof Omit<DepthPoint, 'at'>) =>
    Math.max(0, ...points.map((point) => point[name] ?? 0));
  const given = points.map(({ at, ...values }): ChartPoint => ({ at: Date.parse(at), ...values }));
  const step = STATISTICS_WINDOWS[window].step;
  return (
    <>
      <ChartFigure
        {...common}
        title="Jobs"
        unit={`most per ${step}; the legend has the most of all`}
        format="count"
        series={DEPTHS}
        points={given}
        totals={{ pending: most('pending'), running: most('running') }}
      />
      <ChartFigure
        {...common}
        title="Oldest wait"
        unit={`longest per ${step}`}
        format="duration"
        series={OLDEST}
        points={given}
        totals={{ oldestWaitMs: most('oldestWaitMs') }}
      />
    </>
  );
}

function RateFigures({ statistics }: { statistics: Statistics }) {
  const { window, stepMs, points, totals } = statistics;
  const common = { window, stepMs, kind: 'lines' } as const;
  const rate = rateOf(statistics);
  return (
    <>
      <ChartFigure
        {...common}
        title="Rate"
        unit={`mean of ${STATISTICS_WINDOWS[window].step}; the legend has that of all`}
        format="rate"
        series={RATE}
        points={rate.points}
        totals={{ rate: rate.mean }}
        nothing="No job has ended"
      />
      <ChartFigure
        {...common}
        title="Wait time"
        unit="from due to start"
        format="duration"
        series={PERCENTILES}
        points={points.map(({ at, wait }) => durationPoint(at, wait))}
        totals={{ ...totals.wait }}
        nothing="No attempt has ended"
      />
    </>
  );
}
