import Link from 'next/link';
import { StatusBadge } from '@/components/job/status-badge';
import { RelativeTime } from '@/components/time/relative-time';
import type { RunnerSummary } from '@/lib/runners/queries';

/** The newest job of a runner: how it goes or went, and when it was made. */
export function LastJob({ job }: { job: RunnerSummary['lastJob'] }) {
  if (!job) return <span className="dim">never ran</span>;
  return (
    <>
      <StatusBadge status={job.status} reason={job.reason} />{' '}
      <Link href={`/jobs/${job.id}`} prefetch={false} data-above>
        <RelativeTime at={job.createdAt} />
      </Link>
    </>
  );
}
