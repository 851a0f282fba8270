'use client';

import { useQuery } from '@tanstack/react-query';
import { AuditList } from '@/components/audit/audit-list';
import { StatusBadge } from '@/components/job/status-badge';
import { PageHeader } from '@/components/layout/page-header';
import { PageTitle } from '@/components/layout/page-title';
import { NotFoundFace } from '@/components/ui/not-found-face';
import { Region } from '@/components/ui/region';
import { jobOptions } from '@/lib/jobs/query-options';
import { ReadError } from '@/lib/web/fetch-json';
import { AttemptsSection } from './_components/attempts-section';
import { ErrorSection } from './_components/error-section';
import classes from './_components/job.module.css';
import { JobActions } from './_components/job-actions';
import { JobFacts } from './_components/job-facts';
import { LogSection } from './_components/log-section';
import { PayloadSections } from './_components/payload-sections';
import { RelatedSection } from './_components/related-section';
import { StateLine } from './_components/state-line';
import { Timeline } from './_components/timeline';
import { jobTitle } from './job-title';

/** One job: what state it is in and why, what it says, what it was given and gave back. */
export function JobView({ id }: { id: string }) {
  const query = useQuery(jobOptions(id));
  if (query.error instanceof ReadError && query.error.failure.code === 'not_found') {
    return (
      <NotFoundFace title="This job was deleted" back={{ href: '/jobs', label: 'To all jobs' }}>
        It was here a moment ago. Somebody deleted it, or retention removed it.
      </NotFoundFace>
    );
  }
  return (
    <Region query={query} what="the job">
      {(job) => (
        <>
          <PageTitle sign={null} name={jobTitle(job)} />
          <PageHeader
            parent={{ href: '/jobs', label: 'Jobs' }}
            title={job.name}
            beside={<StatusBadge status={job.status} reason={job.reason} />}
            actions={<JobActions job={job} />}
          />
          <div className={classes.columns}>
            <div className={classes.main}>
              <StateLine job={job} />
              <ErrorSection job={job} />
              <LogSection job={job} />
              <AttemptsSection job={job} />
              <PayloadSections job={job} />
              <AuditList target={{ type: 'job', id: job.id }} />
            </div>
            <aside className={classes.aside} aria-label="About this job">
              <JobFacts job={job} />
              <RelatedSection job={job} />
              <Timeline job={job} />
            </aside>
          </div>
        </>
      )}
    </Region>
  );
}
