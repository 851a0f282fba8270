import { formatDuration } from '@/components/time/format-time';
import type { RunnerEnds } from '@/lib/statistics/runner-ends';
import { type Judged, successOf } from '@/lib/statistics/success';

const inWords = (count: number): string => count.toLocaleString('en');

/** What share of its jobs completed; on hover, of how many. */
export function Success({ ends }: { ends: Judged | undefined }) {
  const share = ends && successOf(ends);
  if (!ends || !share) return <span className="dim">–</span>;
  const ended = ends.completed + ends.failed + ends.errored;
  return (
    <span className="number" title={`${inWords(ends.completed)} of ${inWords(ended)} completed`}>
      {share}
    </span>
  );
}

/** How long a share of the attempts that ended ran at most. */
export function RunTime({ run, share }: { run: RunnerEnds['run'] | undefined; share: 'p50' | 'p95' }) {
  return run ? <span className="number">{formatDuration(run[share])}</span> : <span className="dim">–</span>;
}
