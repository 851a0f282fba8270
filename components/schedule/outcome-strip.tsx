'use client';

import Link from 'next/link';
import { type KeyboardEvent, useState } from 'react';
import { formatDuration, formatExact } from '@/components/time/format-time';
import { useInBrowser } from '@/components/time/use-now';
import { JOB_REASONS, JOB_STATUSES } from '@/lib/jobs/status';
import type { OccurrenceMark } from '@/lib/schedules/marks';
import classes from './outcome-strip.module.css';

export type MarkKind = 'completed' | 'failed' | 'errored' | 'skipped' | 'missed' | 'cancelled';

/** What became of an occurrence, as the strip tells it apart. */
export function markKindOf({ status, reason }: Pick<OccurrenceMark, 'status' | 'reason'>): MarkKind {
  if (reason === 'skipped_overlap') return 'skipped';
  if (reason === 'missed') return 'missed';
  return status === 'completed' || status === 'failed' || status === 'errored' ? status : 'cancelled';
}

/**
 * The last occurrences of a schedule, oldest left, a mark each: colour and shape say how it went, its title when and how
 * long, and it leads to the job. One stop of the Tab key; the arrows go from mark to mark.
 */
export function OutcomeStrip({ marks }: { marks: readonly OccurrenceMark[] }) {
  const inBrowser = useInBrowser();
  const [at, setAt] = useState<string | null>(null);
  const stop = marks.some(({ id }) => id === at) ? at : marks.at(-1)?.id;
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: 'previousElementSibling', ArrowRight: 'nextElementSibling' } as const;
    const way = step[event.key as keyof typeof step];
    const link = way && event.currentTarget.closest('li')?.[way]?.querySelector('a');
    if (!link) return;
    event.preventDefault();
    link.focus();
  };
  return (
    <ol className={classes.strip} aria-label="Last occurrences, oldest first">
      {marks.map((mark) => {
        const words = inBrowser ? told(mark) : JOB_STATUSES[mark.status].label;
        return (
          <li key={mark.id}>
            <Link
              href={`/jobs/${mark.id}`}
              prefetch={false}
              className={classes.link}
              title={words}
              aria-label={words}
              tabIndex={mark.id === stop ? 0 : -1}
              onFocus={() => setAt(mark.id)}
              onKeyDown={move}
            >
              <span className={classes.mark} data-kind={markKindOf(mark)} />
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

function told({ status, reason, at, durationMs }: OccurrenceMark): string {
  const why = reason ? ` (${JOB_REASONS[reason].toLowerCase()})` : '';
  const took = durationMs === null ? '' : `, took ${formatDuration(durationMs)}`;
  return `${JOB_STATUSES[status].label}${why}, ${formatExact(Date.parse(at))}${took}`;
}
