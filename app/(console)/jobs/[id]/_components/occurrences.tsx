'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { StatusIcon } from '@/components/job/status-icon';
import { KeyHint } from '@/components/keyboard/key-hint';
import { useShortcut } from '@/components/keyboard/use-shortcut';
import { formatDuration, formatExact } from '@/components/time/format-time';
import { useInBrowser, useNow } from '@/components/time/use-now';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import type { RelatedJob } from '@/lib/jobs/queries/related-jobs';
import { JOB_STATUSES } from '@/lib/jobs/status';
import classes from './related.module.css';

const HIGH_PX = 44;
const LEAST_PX = 2;

/** Occurrences of a schedule side by side: how long each ran as a bar, how it ended as icon and colour; each leads to its job. */
export function Occurrences(props: { job: JobDetail; occurrences: readonly RelatedJob[] }) {
  const { job, occurrences } = props;
  const now = useNow();
  const inBrowser = useInBrowser();
  const ranMs = occurrences.map((each) => ranFor(each, now));
  const longest = Math.max(1, ...ranMs.map((ms) => ms ?? 0));
  const own = occurrences.findIndex(({ id }) => id === job.id);
  return (
    <div className={classes.occurrences}>
      <ol className={classes.bars} aria-label="Occurrences, oldest first">
        {occurrences.map((each, at) => {
          const ms = ranMs[at] ?? null;
          const words = told(each, ms, inBrowser);
          return (
            <li key={each.id} data-own={at === own || undefined}>
              <Link
                href={`/jobs/${each.id}`}
                prefetch={false}
                aria-current={at === own ? 'page' : undefined}
                aria-label={words}
                title={words}
                suppressHydrationWarning
              >
                <span
                  className={classes.bar}
                  style={{
                    height: ms === null ? 0 : Math.max(LEAST_PX, (ms / longest) * HIGH_PX),
                    background: `var(--ym-${JOB_STATUSES[each.status].colour})`,
                  }}
                  suppressHydrationWarning
                />
                <StatusIcon status={each.status} size={13} />
              </Link>
            </li>
          );
        })}
      </ol>
      <p className={classes.scale} suppressHydrationWarning>
        The longest of these ran {formatDuration(longest)}
      </p>
      <nav className={classes.steps} aria-label="Occurrences">
        <Step keys="[" label="Earlier occurrence" to={occurrences[own - 1]} />
        <Step keys="]" label="Later occurrence" to={own >= 0 ? occurrences[own + 1] : undefined} />
      </nav>
    </div>
  );
}

function Step({ keys, label, to }: { keys: string; label: string; to: RelatedJob | undefined }) {
  const router = useRouter();
  useShortcut({
    keys,
    label,
    group: 'This page',
    run: () => to && router.push(`/jobs/${to.id}`),
    enabled: to !== undefined,
  });
  if (!to) return <span />;
  return (
    <Link href={`/jobs/${to.id}`}>
      {label.split(' ')[0]} <KeyHint keys={keys} quiet />
    </Link>
  );
}

function ranFor({ startedAt, completedAt, status }: RelatedJob, now: number): number | null {
  if (startedAt === null) return null;
  if (completedAt !== null) return Math.max(0, Date.parse(completedAt) - Date.parse(startedAt));
  return status === 'running' ? Math.max(0, now - Date.parse(startedAt)) : null;
}

function told({ status, runAt, startedAt }: RelatedJob, ms: number | null, inBrowser: boolean): string {
  const at = startedAt ?? runAt;
  const took =
    ms === null ? '' : status === 'running' ? ` for ${formatDuration(ms)}` : ` after ${formatDuration(ms)}`;
  return `${JOB_STATUSES[status].label}${took}, ${inBrowser ? formatExact(Date.parse(at)) : at}`;
}
