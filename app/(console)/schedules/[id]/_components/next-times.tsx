import { Section } from '@/components/layout/section';
import { ExactTime, RelativeTime } from '@/components/time/relative-time';
import classes from './schedule-page.module.css';

/** The next ten times at which it falls due. `timeZone`: that of a cron; null for an interval, which has none. */
export function NextTimes({ times, timeZone }: { times: readonly string[]; timeZone: string | null }) {
  if (times.length === 0) return null;
  return (
    <Section
      title="Next times"
      note={timeZone ? `in your zone; it keeps to the clocks of ${timeZone}` : 'in your zone'}
    >
      <ol className={classes.times}>
        {times.map((at) => (
          <li key={at}>
            <ExactTime at={at} />{' '}
            <span className="dim">
              <RelativeTime at={at} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
