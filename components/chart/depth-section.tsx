'use client';

import { useQuery } from '@tanstack/react-query';
import { Section } from '@/components/layout/section';
import { Region } from '@/components/ui/region';
import type { Depth, DepthPoint } from '@/lib/statistics/depth';
import { depthOptions } from '@/lib/statistics/query-options';
import { STATISTICS_WINDOWS, type StatisticsWindow } from '@/lib/statistics/windows';
import classes from './chart.module.css';
import { ChartBones } from './chart-bones';
import { ChartFigure } from './chart-figure';
import { type ChartPoint, DEPTHS, OLDEST } from './series';
import { ZoneNote } from './zone-note';

/** How much waited and ran in a queue, and for how long the oldest waited. */
export function DepthSection({ window, queue }: { window: StatisticsWindow; queue: string }) {
  const depth = useQuery(depthOptions({ window, queue }));
  return (
    <Section
      title="Depth"
      note={
        <>
          {STATISTICS_WINDOWS[window].title}, <ZoneNote />
        </>
      }
    >
      <Region query={depth} what="the depth" skeleton={<ChartBones figures={2} />}>
        {(data) => <DepthCharts depth={data} />}
      </Region>
    </Section>
  );
}

function DepthCharts({ depth: { window, stepMs, points } }: { depth: Depth }) {
  const common = { window, stepMs, kind: 'lines', nothing: 'Nothing waited' } as const;
  const most = (name: keyof Omit<DepthPoint, 'at'>) =>
    Math.max(0, ...points.map((point) => point[name] ?? 0));
  const given = points.map(({ at, ...values }): ChartPoint => ({ at: Date.parse(at), ...values }));
  const step = STATISTICS_WINDOWS[window].step;
  return (
    <div className={classes.charts}>
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
    </div>
  );
}
