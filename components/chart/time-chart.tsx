'use client';

import '@mantine/charts/styles.layer.css';
import { BarChart, LineChart } from '@mantine/charts';
import type { StatisticsWindow } from '@/lib/statistics/windows';
import { axisTime, stepTime, ticksOf } from './axis-format';
import classes from './chart.module.css';
import { type ChartPoint, FORMATS, type Series } from './series';

const HEIGHT = 132;
const MOST_TICKS = 4;

interface TimeChartProps {
  kind: 'bars' | 'lines';
  format: keyof typeof FORMATS;
  window: StatisticsWindow;
  stepMs: number;
  series: readonly Series[];
  points: readonly ChartPoint[];
}

/** Bars stacked, or lines, over time; loaded only where a chart is on the page. */
export default function TimeChart({ kind, format, window, stepMs, series, points }: TimeChartProps) {
  const say = FORMATS[format];
  const common = {
    h: HEIGHT,
    data: [...points],
    dataKey: 'at',
    series: series.map(({ name, label, colour, dash }) => ({
      ...{ name, label, color: colour },
      ...(dash ? { strokeDasharray: dash } : {}),
    })),
    tickLine: 'none' as const,
    gridColor: 'var(--ym-line)',
    textColor: 'var(--ym-faint)',
    // The figure around it is one image with words of its own.
    accessibilityLayer: false,
    xAxisProps: {
      ticks: ticksOf(
        points.map(({ at }) => at),
        MOST_TICKS,
      ),
      interval: 0,
      tickFormatter: (at: number) => axisTime(at, window),
      tickMargin: 4,
      height: 24,
    },
    yAxisProps: {
      width: 52,
      tickFormatter: say,
      tickCount: 3,
      allowDecimals: format !== 'count',
      tickMargin: 4,
    },
    tooltipProps: {
      isAnimationActive: false,
      content: ({ active, label, payload }: Tip) =>
        active && payload ? (
          <StepTip at={Number(label)} {...{ stepMs, series, say }} values={payload[0]?.payload} />
        ) : null,
    },
  };
  if (kind === 'bars') {
    const barProps = { isAnimationActive: false, minPointSize: (value: unknown) => (value ? 2 : 0) };
    return (
      <BarChart {...common} type="stacked" barChartProps={{ barCategoryGap: '20%' }} barProps={barProps} />
    );
  }
  return (
    <LineChart
      {...common}
      withDots={false}
      connectNulls={false}
      curveType="linear"
      strokeWidth={1.5}
      lineProps={{ isAnimationActive: false }}
    />
  );
}

interface Tip {
  active?: boolean;
  label?: string | number | undefined;
  payload?: readonly { payload?: ChartPoint }[];
}

function StepTip(props: {
  at: number;
  stepMs: number;
  series: readonly Series[];
  say: (value: number) => string;
  values: ChartPoint | undefined;
}) {
  const { at, stepMs, series, say, values } = props;
  return (
    <div className={classes.tip}>
      <p>{stepTime(at, stepMs)}</p>
      <ul>
        {series.map(({ name, label, colour }) => (
          <li key={name}>
            <svg width="8" height="8" aria-hidden="true">
              <rect width="8" height="8" rx="2" fill={colour} />
            </svg>
            {label}
            <span className={classes.number}>{values?.[name] == null ? '–' : say(values[name])}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
