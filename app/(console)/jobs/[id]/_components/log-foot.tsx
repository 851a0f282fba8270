import type { LogLevel } from '@/lib/db/generated/enums';
import type { LogOutline } from '@/lib/jobs/log-outline';
import classes from './log.module.css';

/** What a log lacks, and the ways to take it away. */
export function LogFoot(props: { jobId: string; level: LogLevel; outline: LogOutline }) {
  const { jobId, level, outline } = props;
  const href = (format: string) => `/api/jobs/${jobId}/log/download?format=${format}&level=${level}`;
  return (
    <div className={classes.foot}>
      <span>
        Download as{' '}
        <a href={href('text')} download>
          text
        </a>{' '}
        or{' '}
        <a href={href('ndjson')} download>
          NDJSON
        </a>
      </span>
      {outline.cut.length > 0 ? (
        <span className={classes.cut}>
          {outline.cut.length === 1 ? 'Attempt' : 'Attempts'} {outline.cut.join(', ')} wrote more than is
          kept; the rest is not here.
        </span>
      ) : null}
    </div>
  );
}
