import Link from 'next/link';
import { timeFormat } from '@/components/time/time-format';
import { useInBrowser } from '@/components/time/use-now';
import { EmptyFace } from '@/components/ui/empty-face';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import type { CalendarSchedule, Calendar as Day } from '@/lib/schedules/calendar';
import classes from './calendar.module.css';
import { type CalendarMoment, hoursOf } from './calendar-hours';

/** So many at one minute are told as a number that opens. */
const CLUSTER = 4;

/** What runs in the next 24 hours, by the hours of the reader's clock. */
export function Calendar({ day }: { day: Day }) {
  // Only the browser knows its zone: hours told by the server's would move.
  if (!useInBrowser()) return <SkeletonRows rows={25} />;
  const { schedules, frequent, occurrences, cut } = day;
  if (Object.keys(schedules).length === 0) {
    return (
      <EmptyFace title="Nothing runs in the next 24 hours">
        Schedules that are in force appear here at their times; paused ones do not.
      </EmptyFace>
    );
  }
  return (
    <>
      {frequent.length > 0 ? (
        <p className={classes.frequent}>
          <span className="dim">All day long:</span>{' '}
          {frequent.map((id) => (
            <Link key={id} href={`/schedules/${id}`} prefetch={false}>
              <Name of={schedules[id]} /> <span className="dim">{schedules[id]?.rhythm}</span>
            </Link>
          ))}
        </p>
      ) : null}
      {occurrences.length > 0 ? <Hours day={day} /> : null}
      {cut ? <p className={classes.cut}>There is more than fits here; the earliest are shown.</p> : null}
    </>
  );
}

function Hours({ day }: { day: Day }) {
  const hours = hoursOf(day);
  const most = Math.max(...hours.map(({ count }) => count));
  return (
    <ol className={classes.hours} aria-label="The next 24 hours">
      {hours.map(({ at, count, moments }, index) => (
        <li key={at} data-empty={count === 0 || undefined}>
          <span className={classes.hour}>
            {index === 0 || clockOf(at) === '00:00' ? <span className="dim">{dayOf(at)} </span> : null}
            {clockOf(at)}
          </span>
          <span className={classes.load} title={`${count} in this hour`}>
            <span style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <div className={classes.moments}>
            {moments.map((moment) => (
              <Moment key={moment.at} moment={moment} schedules={day.schedules} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Moment({ moment: { at, ids }, schedules }: { moment: CalendarMoment } & Pick<Day, 'schedules'>) {
  const links = ids.map((id) => (
    <Link key={id} href={`/schedules/${id}`} prefetch={false} title={schedules[id]?.rhythm}>
      <Name of={schedules[id]} />
    </Link>
  ));
  if (ids.length >= CLUSTER) {
    return (
      <details className={classes.cluster}>
        <summary>
          <strong>{ids.length}</strong> at <time className={classes.time}>{clockOf(at)}</time>
        </summary>
        <div className={classes.moments}>{links}</div>
      </details>
    );
  }
  return (
    <span className={classes.moment}>
      <time className={classes.time}>{clockOf(at)}</time> {links}
    </span>
  );
}

function Name({ of }: { of: CalendarSchedule | undefined }) {
  if (!of?.about) return of?.name;
  return (
    <>
      {of.name}: <span className="dim">{of.about}</span>
    </>
  );
}

const clockOf = timeFormat({ hour: '2-digit', minute: '2-digit' });

const dayOf = timeFormat({ weekday: 'short' });
