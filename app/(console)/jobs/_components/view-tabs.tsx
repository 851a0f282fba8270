import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { JobFilter } from '@/lib/jobs/job-filter';
import { jobsQuery } from '@/lib/jobs/job-filter';
import type { JobSort } from '@/lib/jobs/job-sort';
import { NEWEST_FIRST } from '@/lib/jobs/job-sort';
import type { SavedView } from '@/lib/views/queries';
import { viewCountsOptions, viewsOptions } from '@/lib/views/query-options';
import { hrefOf } from '../search-params';
import { SaveView } from './save-view';
import { ViewMenu } from './view-menu';
import classes from './view-tabs.module.css';

const COUNT_LIMIT = 10_000;

/** What of the list a view keeps. */
export interface ListState {
  filter: JobFilter;
  sort: JobSort;
  columns: readonly string[];
}

/** The saved views as tabs, each with how many jobs are in it, and the way to keep what is on screen as another. */
export function ViewTabs({ state, changed }: { state: ListState; changed: boolean }) {
  const { data: views = [] } = useQuery(viewsOptions());
  const { data: counts } = useQuery({ ...viewCountsOptions(), enabled: views.length > 0 });
  const current = views.find((view) => isSame(view, state));
  return (
    <nav className={classes.tabs} aria-label="Saved views">
      <span className={classes.scroll}>
        <Link
          className={classes.tab}
          href="/jobs"
          aria-current={changed ? undefined : 'page'}
          prefetch={false}
        >
          All jobs
        </Link>
        {views.map((view) => (
          <Link
            key={view.id}
            className={classes.tab}
            href={hrefOf(view.filter, view.sort, view.columns)}
            aria-current={view === current ? 'page' : undefined}
            title={view.own ? undefined : `Shared by ${view.by}`}
            prefetch={false}
          >
            {view.shared ? <IconUsers size={13} stroke={1.8} aria-label="Shared" /> : null}
            {view.name}
            <span className={classes.count}>{countText(counts?.[view.id])}</span>
          </Link>
        ))}
      </span>
      {current?.own ? <ViewMenu view={current} /> : null}
      {changed && !current ? <SaveView state={state} /> : null}
    </nav>
  );
}

export const isSame = (view: SavedView, { filter, sort, columns }: ListState): boolean =>
  view.sort === sort &&
  view.columns.join() === columns.join() &&
  jobsQuery(view.filter).toString() === jobsQuery(filter).toString();

export const isChanged = ({ filter, sort, columns }: ListState): boolean =>
  jobsQuery(filter).size > 0 || sort !== NEWEST_FIRST || columns.length > 0;

function countText(count: number | null | undefined): string {
  if (count === undefined || count === null) return '';
  return count > COUNT_LIMIT ? `${COUNT_LIMIT.toLocaleString('en-GB')}+` : count.toLocaleString('en-GB');
}
