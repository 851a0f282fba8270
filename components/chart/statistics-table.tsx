import { formatDuration } from '@/components/time/format-time';
import { useInBrowser } from '@/components/time/use-now';
import type { Statistics } from '@/lib/statistics/queries';
import { STATISTICS_WINDOWS } from '@/lib/statistics/windows';
import { stepTime } from './axis-format';
import classes from './chart.module.css';
import { OUTCOMES } from './series';

const TIMES = [
  ['wait', 'p50'],
  ['wait', 'p95'],
  ['wait', 'p99'],
  ['run', 'p50'],
  ['run', 'p95'],
  ['run', 'p99'],
] as const;

/** The numbers behind the charts, newest first; steps in which nothing ended are left out. */
export function StatisticsTable({ statistics }: { statistics: Statistics }) {
  const { points, stepMs, window } = statistics;
  const inBrowser = useInBrowser();
  const busy = points
    .filter(({ completed, failed, errored, cancelled }) => completed + failed + errored + cancelled > 0)
    .toReversed();
  const label = `Ended jobs per ${STATISTICS_WINDOWS[window].step}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <table className={classes.numbers} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            {OUTCOMES.map(({ name, label: outcome }) => (
              <th scope="col" key={name}>
                {outcome}
              </th>
            ))}
            {TIMES.map(([kind, share]) => (
              <th scope="col" key={`${kind} ${share}`}>
                {kind === 'wait' ? 'Wait' : 'Run'} {share}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {busy.map((point) => (
            <tr key={point.at}>
              <th scope="row">{inBrowser ? stepTime(Date.parse(point.at), stepMs) : point.at}</th>
              <td>{point.completed.toLocaleString('en-GB')}</td>
              <td>{point.failed.toLocaleString('en-GB')}</td>
              <td>{point.errored.toLocaleString('en-GB')}</td>
              <td>{point.cancelled.toLocaleString('en-GB')}</td>
              {TIMES.map(([kind, share]) => (
                <td key={`${kind} ${share}`}>{point[kind] ? formatDuration(point[kind][share]) : '–'}</td>
              ))}
            </tr>
          ))}
          {busy.length === 0 ? (
            <tr>
              <td colSpan={1 + OUTCOMES.length + TIMES.length}>No job has ended.</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
}
