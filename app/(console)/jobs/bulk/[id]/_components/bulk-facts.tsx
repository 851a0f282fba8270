import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { totalOf } from '@/components/bulk/bulk-words';
import { filterParts } from '@/components/job/filter-parts';
import { RelativeTime } from '@/components/time/relative-time';
import { Fact, Facts } from '@/components/ui/facts';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { BulkDetail } from '@/lib/bulk/queries';
import { BULK_VERBS } from '@/lib/bulk/verbs';
import { jobFacetsOptions } from '@/lib/jobs/query-options';
import classes from './bulk-page.module.css';

/** How far it is, who asked for it, and for which jobs. */
export function BulkFacts({ operation }: { operation: BulkDetail }) {
  const { data: facets } = useQuery(jobFacetsOptions());
  const { verb, changed, skipped, state } = operation;
  const parts = filterParts(operation.filter, facets);
  const [through, total] = [changed + skipped, totalOf(operation)];
  return (
    <div className={classes.facts}>
      <div className={classes.progress}>
        <ProgressBar done={through} total={total === 0 ? 1 : total} label="Progress of the operation" />
        <span className="number" role="status">
          {changed.toLocaleString('en-GB')} {BULK_VERBS[verb].done}
          {skipped > 0 ? `, ${skipped.toLocaleString('en-GB')} skipped` : ''}
          {total !== null && state !== 'finished' ? ` of ${total.toLocaleString('en-GB')}` : ''}
        </span>
      </div>
      <Facts>
        <Fact name="Asked by">{operation.actor}</Fact>
        <Fact name="Asked">
          <RelativeTime at={operation.askedAt} />
        </Fact>
        {operation.finishedAt ? (
          <Fact name="Done">
            <RelativeTime at={operation.finishedAt} />
          </Fact>
        ) : null}
        <Fact name="Which jobs">
          {parts.length === 0 ? 'All there were' : null}
          {parts.map(({ key, label, value, title }) => (
            <span key={key} className={classes.part} title={title}>
              <span className="dim">{label}</span> {value}
            </span>
          ))}
        </Fact>
        {operation.reason ? <Fact name="Reason">{operation.reason}</Fact> : null}
        <Fact name="Done by">
          {operation.jobStatus ? (
            <Link href={`/jobs/${operation.jobId}`}>Its job</Link>
          ) : (
            'A job that is deleted'
          )}
        </Fact>
      </Facts>
    </div>
  );
}
