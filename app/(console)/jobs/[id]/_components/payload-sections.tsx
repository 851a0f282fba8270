import { Section } from '@/components/layout/section';
import { JsonBlock } from '@/components/ui/json-block';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import classes from './job.module.css';

/** What the job was given and what it gave back. */
export function PayloadSections({ job }: { job: JobDetail }) {
  if (job.payloadsHidden) {
    return (
      <Section title="Arguments and result">
        <p className={classes.hidden}>Your role does not include seeing arguments and results.</p>
      </Section>
    );
  }
  return (
    <>
      <Section title="Arguments">
        {isNothing(job.args) ? (
          <p className={classes.hidden}>It takes none.</p>
        ) : (
          <JsonBlock value={job.args} label="the arguments" />
        )}
      </Section>
      {job.data === null ? null : (
        <Section title="Result">
          <JsonBlock value={job.data} label="the result" />
        </Section>
      )}
    </>
  );
}

const isNothing = (args: JobDetail['args']): boolean =>
  args === null || (typeof args === 'object' && Object.keys(args).length === 0);
