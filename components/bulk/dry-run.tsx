import type { UseQueryResult } from '@tanstack/react-query';
import type { BulkPreview } from '@/lib/bulk/preview';
import { BULK_VERBS, type BulkVerb, SKIP_REASONS } from '@/lib/bulk/verbs';
import classes from './bulk.module.css';

/** What would happen: how many match, how many would change, and why the others would not. */
export function DryRun({ verb, query }: { verb: BulkVerb; query: UseQueryResult<BulkPreview | null> }) {
  if (query.isError) {
    return (
      <p className={classes.trouble} role="alert">
        {query.error.message}
      </p>
    );
  }
  const { data } = query;
  if (data === null) {
    return (
      <p className={classes.dry} role="status">
        Counting them would have taken too long. The operation goes through all that match, and counts as it
        goes.
      </p>
    );
  }
  const all = data?.more ? '+' : '';
  return (
    <div role="status" aria-label="Dry run" aria-busy={!data}>
      <dl className={classes.dry}>
        <Line label="match" count={data?.matched} suffix={all} />
        <Line label={`will be ${BULK_VERBS[verb].done}`} count={data?.eligible} suffix={all} strong />
        {data?.skipped.map(({ why, count }) => (
          <Line key={why} label={`skipped. ${SKIP_REASONS[why]}`} count={count} suffix={all} />
        ))}
      </dl>
      {data?.more ? (
        <p className={classes.stopped}>
          The count stopped before it had gone through all jobs. The operation goes through all that match.
        </p>
      ) : null}
    </div>
  );
}

function Line(props: { label: string; count: number | undefined; suffix: string; strong?: boolean }) {
  const { label, count, suffix, strong } = props;
  return (
    <div className={strong ? classes.strong : undefined}>
      <dd className="number">{count === undefined ? '…' : count.toLocaleString('en-GB') + suffix}</dd>
      <dt>{label}</dt>
    </div>
  );
}
