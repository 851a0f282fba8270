import Link from 'next/link';
import { RelativeTime } from '@/components/time/relative-time';
import { shortId } from '@/components/ui/short-id';
import type { AuditRow } from '@/lib/audit/queries';
import classes from './audit.module.css';
import { AuditChanges } from './audit-changes';
import { doneWords } from './audit-words';

/** Who did what and when, a line each, with what it changed. `withTarget` names what it was done to. */
export function AuditRows({ rows, withTarget = true }: { rows: readonly AuditRow[]; withTarget?: boolean }) {
  return (
    <ul className={classes.rows} aria-label="Audit">
      {rows.map((row) => (
        <li key={row.id} className={classes.row}>
          <span className={classes.when}>
            <RelativeTime at={row.at} />
          </span>
          <span className={classes.what}>
            <b>{row.actor}</b> {doneWords(row.action, isOwn(row))}
            {withTarget && !isOwn(row) ? <Target row={row} /> : null}
          </span>
          <AuditChanges before={row.before} after={row.after} />
        </li>
      ))}
    </ul>
  );
}

const isOwn = ({ targetType, targetId, userId }: AuditRow): boolean =>
  targetType === 'user' && targetId === userId;

function Target({ row }: { row: AuditRow }) {
  const { targetType, targetId, targetName } = row;
  const path = PATHS[targetType];
  const name = targetName ?? shortId(targetId);
  return (
    <>
      {' '}
      {path ? (
        <Link href={path + encodeURIComponent(targetId)} title={targetId} prefetch={false}>
          {name}
        </Link>
      ) : (
        <span title={targetId}>{name}</span>
      )}
    </>
  );
}

const PATHS: Record<string, string> = {
  bulk: '/jobs/bulk/',
  'data_sources.data_source': '/data-sources/',
  job: '/jobs/',
  queue: '/queues/',
  schedule: '/schedules/',
  worker: '/workers/',
};
