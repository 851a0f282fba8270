import Link from 'next/link';
import type { DataSourceDetail } from '@/plugins/data-sources/queries';
import classes from './data-source-page.module.css';

/** Why the last sync failed, and where its log is. */
export function LastFailure({ source: { status, job } }: { source: DataSourceDetail }) {
  if (status !== 'failed' || !job) return null;
  return (
    <p className={classes.failure} role="status">
      <span>{job.error ?? 'The last sync failed.'}</span> <Link href={`/jobs/${job.id}`}>Open its job</Link>
    </p>
  );
}
