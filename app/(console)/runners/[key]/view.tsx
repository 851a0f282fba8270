'use client';

import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useQueryState } from 'nuqs';
import { StatisticsSection } from '@/components/chart/statistics-section';
import { windowParam } from '@/components/chart/window-param';
import { WindowSwitch } from '@/components/chart/window-switch';
import { useCan } from '@/components/layout/actor-context';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { LinkButton } from '@/components/ui/link-button';
import { Region } from '@/components/ui/region';
import { runnerOptions } from '@/lib/runners/query-options';
import { KnownBy } from './_components/known-by';
import { RunForm } from './_components/run-form';
import { RunnerFacts } from './_components/runner-facts';
import { RunnerJobs } from './_components/runner-jobs';

/** One runner: what it is, how its jobs went, and the form that makes one. */
export function RunnerView({ id }: { id: string }) {
  const runner = useQuery(runnerOptions(id));
  const [window] = useQueryState('window', windowParam);
  const [mayRun, maySchedule] = [useCan('jobs.enqueue'), useCan('schedules.write')];
  return (
    <>
      <PageHeader
        title={runner.data?.name ?? 'Runner'}
        parent={{ href: '/runners', label: 'Runners' }}
        actions={
          <>
            <WindowSwitch />
            {maySchedule ? (
              <LinkButton
                href={`/schedules/new?runner=${encodeURIComponent(id)}`}
                leftSection={<IconCalendarPlus size={14} aria-hidden />}
              >
                Schedule…
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Region query={runner} what="the runner">
        {(data) => (
          <>
            <RunnerFacts runner={data} window={window} />
            {mayRun ? (
              <Section title="Run" note="makes one job">
                <RunForm runner={data} />
              </Section>
            ) : null}
            <StatisticsSection window={window} runner={id} title="How its jobs ended" />
            <KnownBy workers={data.workers} />
          </>
        )}
      </Region>
      <RunnerJobs runner={id} />
    </>
  );
}
