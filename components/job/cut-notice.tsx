import Link from 'next/link';
import { RelativeTime } from '@/components/time/relative-time';
import type { JobCursor } from '@/lib/jobs/job-filter';
import type { Cut } from '@/lib/jobs/queries/list-jobs';
import classes from './job-list.module.css';

const stopOf = ({ afterMs }: Cut): string =>
  afterMs === null
    ? 'stopped there'
    : `was cut after ${afterMs / 1000} s: narrow the time, or add a status or a runner`;

/** Says where a search stopped looking, and how to go on. */
export function CutNotice({ cut, hrefAt }: { cut: Cut | null; hrefAt: (cursor: JobCursor) => string }) {
  if (!cut) return null;
  const looked = `${cut.looked.toLocaleString('en-GB')} jobs`;
  if (!cut.place) {
    return (
      <div className={classes.notice} role="status">
        The newest {looked} that match are sorted here; older ones are left out. Narrow the list by a time to
        see them.
      </div>
    );
  }
  return (
    <div className={classes.notice} role="status">
      <span>
        The search looked through {looked}
        {cut.at ? (
          <>
            , to those made <RelativeTime at={cut.at} />,
          </>
        ) : null}{' '}
        and {stopOf(cut)}.
      </span>
      <Link href={hrefAt({ olderThan: cut.place, newerThan: null })}>
        {cut.at ? 'Look further back' : 'Look further'}
      </Link>
    </div>
  );
}
