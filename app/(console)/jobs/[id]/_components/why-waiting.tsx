'use client';

import { IconHourglass, IconPlayerPause, IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Region } from '@/components/ui/region';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { whyWaitingOptions } from '@/lib/jobs/query-options';
import type { WhyWaiting as Why } from '@/lib/jobs/why-waiting';
import classes from './why-waiting.module.css';
import { WhyWords } from './why-words';

/** Why the job is not running, renewed while it waits. Most jobs that are looked at wait no longer: loaded for those that do. */
export default function WhyWaiting({ job }: { job: JobDetail }) {
  const query = useQuery(whyWaitingOptions(job.id));
  return (
    <section className={classes.why} aria-label="Why it is not running" aria-live="polite">
      <Region query={query} what="why it waits" skeleton={<div className={classes.place} />}>
        {({ why }) =>
          why ? (
            <>
              <WhyIcon why={why} />
              <div className={classes.words}>
                <WhyWords why={why} queue={job.queue} />
              </div>
            </>
          ) : null
        }
      </Region>
    </section>
  );
}

function WhyIcon({ why }: { why: Why }) {
  const needsSomebody = isStuck(why);
  const Icon = why.kind === 'paused' ? IconPlayerPause : needsSomebody ? IconPlugConnectedX : IconHourglass;
  return (
    <Icon
      size={16}
      stroke={1.9}
      aria-hidden
      style={{ color: needsSomebody ? 'var(--ym-orange)' : 'var(--ym-faint)' }}
    />
  );
}

/** Nothing will happen before somebody does something. */
const isStuck = ({ kind }: Why): boolean =>
  ['paused', 'no_worker', 'workers_quiet', 'unknown_runner', 'trouble'].includes(kind);
