import { StatusIcon } from '@/components/job/status-icon';
import type { DataSourceSummary } from '@/plugins/data-sources/queries';
import { DATA_SOURCE_STATUSES } from '@/plugins/data-sources/status';
import classes from './data-source.module.css';

/** The status as icon and word; on hover, what it means or what went wrong. */
export function DataSourceStatus({ source }: { source: Pick<DataSourceSummary, 'status' | 'job'> }) {
  const { label, colour, job, meaning } = DATA_SOURCE_STATUSES[source.status];
  const why = source.status === 'failed' ? source.job?.error : null;
  return (
    <span className={classes.status} title={why ?? meaning} data-status={source.status}>
      <StatusIcon status={job} />
      <span style={{ color: `var(--ym-${colour})` }}>{label}</span>
    </span>
  );
}
