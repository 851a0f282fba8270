import { Section } from '@/components/layout/section';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { Payload } from './payload';
import classes from './payload.module.css';

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
      {isNothing(job.args) ? (
        <Section title="Arguments">
          <p className={classes.hidden}>None were given.</p>
        </Section>
      ) : (
        <Payload title="Arguments" value={job.args} label="the arguments" />
      )}
      {job.data === null ? null : <Payload title="Result" value={job.data} label="the result" />}
    </>
  );
}

const isNothing = (args: JobDetail['args']): boolean =>
  args === null || (typeof args === 'object' && Object.keys(args).length === 0);
