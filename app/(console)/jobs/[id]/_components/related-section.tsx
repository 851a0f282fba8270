'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { StatusBadge } from '@/components/job/status-badge';
import { Section } from '@/components/layout/section';
import { RelativeTime } from '@/components/time/relative-time';
import { Region } from '@/components/ui/region';
import { shortId } from '@/components/ui/short-id';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import type { RelatedJob } from '@/lib/jobs/queries/related-jobs';
import { relatedJobsOptions } from '@/lib/jobs/query-options';
import { Occurrences } from './occurrences';
import classes from './related.module.css';

/** The jobs that belong to it: occurrences of its schedule around it, what it was started again from, and what from it. */
export function RelatedSection({ job }: { job: JobDetail }) {
  const query = useQuery(relatedJobsOptions(job.id));
  return (
    <Region query={query} what="the related jobs" skeleton={null}>
      {({ againOf, again, occurrences }) => (
        <>
          {job.scheduleId && occurrences.length > 1 ? (
            <Section title="Occurrences">
              <Occurrences job={job} occurrences={occurrences} />
            </Section>
          ) : null}
          {againOf || again.length > 0 ? (
            <Section title="Run again">
              <ul className={classes.jobs}>
                {againOf ? <Related job={againOf} word="of" /> : null}
                {again.map((each) => (
                  <Related key={each.id} job={each} word="as" />
                ))}
              </ul>
            </Section>
          ) : null}
        </>
      )}
    </Region>
  );
}

function Related({ job, word }: { job: RelatedJob; word: string }) {
  return (
    <li>
      <span className="dim">{word}</span>
      <Link href={`/jobs/${job.id}`} prefetch={false} title={job.name}>
        <code>{shortId(job.id)}</code>
      </Link>
      <StatusBadge status={job.status} reason={job.reason} />
      <span className={classes.when}>
        <RelativeTime at={job.completedAt ?? job.startedAt ?? job.runAt} />
      </span>
    </li>
  );
}
