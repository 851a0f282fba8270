import { formatDuration } from '@/components/time/format-time';
import { RelativeTime } from '@/components/time/relative-time';
import { Fact, Facts } from '@/components/ui/facts';
import type { RunnerDetail } from '@/lib/runners/queries';
import { LastJob } from '../../_components/last-job';

/** What a runner is and what its jobs are given unless somebody says otherwise. */
export function RunnerFacts({ runner }: { runner: RunnerDetail }) {
  const { key, description, plugin, queue, timeoutMs, retries, workers, lastJob, nextRunAt } = runner;
  return (
    <Facts>
      {description ? <Fact name="What it does">{description}</Fact> : null}
      <Fact name="Plugin">{plugin ?? <span className="dim">none lists it</span>}</Fact>
      <Fact name="Key">
        <code>{key}</code>
      </Fact>
      <Fact name="Queue">
        <code>{queue}</code>{' '}
        <span className="dim">
          {workers === 0
            ? 'no worker serves it now'
            : `served by ${workers} ${workers === 1 ? 'worker' : 'workers'}`}
        </span>
      </Fact>
      <Fact name="Timeout and retries">
        {formatDuration(timeoutMs)},{' '}
        {retries === 0 ? 'no retry' : `${retries} ${retries === 1 ? 'retry' : 'retries'}`}
      </Fact>
      <Fact name="Last job">
        <LastJob job={lastJob} />
      </Fact>
      <Fact name="Next run">
        {nextRunAt ? <RelativeTime at={nextRunAt} /> : <span className="dim">not scheduled</span>}
      </Fact>
    </Facts>
  );
}
