import dynamic from 'next/dynamic';
import type { StatisticsWindow } from '@/lib/statistics/windows';
import classes from './chart.module.css';
import { type ChartPoint, FORMATS, type Series } from './series';

// Drawn in the browser alone, in a place of its final size: nothing moves when it comes.
const TimeChart = dynamic(() => import('./time-chart'), {
  ssr: false,
  loading: () => <div className={classes.bones} />,
});

export interface ChartFigureProps {
  title: string;
  /** What one step shows: "jobs per minute". */
  unit: string;
  kind: 'bars' | 'lines';
  format: keyof typeof FORMATS;
  window: StatisticsWindow;
  stepMs: number;
  series: readonly Series[];
  points: readonly ChartPoint[];
  /** Over the whole window, by series: what the legend says, and what those hear who can't see the chart. */
  totals: Readonly<Record<string, number | null>>;
  /** Said in place of an empty chart. */
  nothing: string;
}

/** A small chart with its legend and what it comes to: title, unit and totals can be read without it. */
export function ChartFigure({ title, unit, totals, nothing, ...chart }: ChartFigureProps) {
  const say = (value: number | null | undefined) => (value == null ? '–' : FORMATS[chart.format](value));
  const isEmpty = chart.points.every((point) => chart.series.every(({ name }) => !point[name]));
  const spoken = chart.series.map(({ name, label }) => `${label} ${say(totals[name])}`).join(', ');
  return (
    <figure className={classes.figure}>
      <figcaption>
        <div className={classes.title}>
          <b>{title}</b>
          <span className={classes.unit} title={unit}>
            {unit}
          </span>
        </div>
        <ul className={classes.legend}>
          {chart.series.map((series) => (
            <li key={series.name}>
              <Swatch series={series} bar={chart.kind === 'bars'} />
              {series.label}
              <span className={classes.number}>{say(totals[series.name])}</span>
            </li>
          ))}
        </ul>
      </figcaption>
      <div className={classes.place} role="img" aria-label={`${title}, ${unit}: ${spoken}`}>
        <TimeChart {...chart} />
        {isEmpty ? <span className={classes.nothing}>{nothing}</span> : null}
      </div>
    </figure>
  );
}

function Swatch({ series: { colour, dash }, bar }: { series: Series; bar: boolean }) {
  return (
    <svg width={bar ? 8 : 16} height="8" aria-hidden="true">
      {bar ? (
        <rect width="8" height="8" rx="2" fill={colour} />
      ) : (
        <line x1="0" y1="4" x2="16" y2="4" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
      )}
    </svg>
  );
}
