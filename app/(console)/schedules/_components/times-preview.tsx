import type { UseQueryResult } from '@tanstack/react-query';
import { ExactTime, RelativeTime } from '@/components/time/relative-time';
import type { TimesPreview as Times } from '@/lib/schedules/preview-times';
import classes from './schedule-form.module.css';

interface TimesPreviewProps {
  query: UseQueryResult<Times>;
  /** Only for cron: the zone that its times are told in. */
  timeZone: string | undefined;
}

/** The next ten times of what stands in the form. Its place is kept while nothing can be told. */
export function TimesPreview({ query, timeZone }: TimesPreviewProps) {
  const { times = [], notes = [], problems = {} } = query.data ?? {};
  return (
    <section className={classes.preview} aria-label="Next ten times" aria-busy={query.isFetching}>
      <h2>
        Next ten times <span className="dim">{timeZone ? `in ${timeZone}` : 'in your zone'}</span>
      </h2>
      {query.isError ? <p className={classes.quiet}>They cannot be told just now.</p> : null}
      {query.data && times.length === 0 && !query.isError ? (
        <p className={classes.quiet}>
          {Object.values(problems)[0] ?? 'Say how often, and they are listed here.'}
        </p>
      ) : null}
      <ol className={classes.times} data-stale={query.isPlaceholderData || undefined}>
        {times.map((at) => (
          <li key={at}>
            <ExactTime at={at} timeZone={timeZone} />
            <span className="dim">
              <RelativeTime at={at} />
            </span>
          </li>
        ))}
      </ol>
      {notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
    </section>
  );
}
