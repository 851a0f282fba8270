'use client';

import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '@/components/layout/actor-context';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { LinkButton } from '@/components/ui/link-button';
import { Region } from '@/components/ui/region';
import { runnerOptions } from '@/lib/runners/query-options';
import { RunForm } from './_components/run-form';
import { RunnerFacts } from './_components/runner-facts';

export function RunnerView({ id }: { id: string }) {
  const runner = useQuery(runnerOptions(id));
  const [mayRun, maySchedule] = [useCan('jobs.enqueue'), useCan('schedules.write')];
  return (
    <>
      <PageHeader
        title={runner.data?.name ?? 'Runner'}
        parent={{ href: '/runners', label: 'Runners' }}
        actions={
          maySchedule ? (
            <LinkButton
              href={`/schedules/new?runner=${encodeURIComponent(id)}`}
              leftSection={<IconCalendarPlus size={14} aria-hidden />}
            >
              Schedule…
            </LinkButton>
          ) : null
        }
      />
      <Region query={runner} what="the runner">
        {(data) => (
          <>
            <RunnerFacts runner={data} />
            {mayRun ? (
              <Section title="Run" note="makes one job">
                <RunForm runner={data} />
              </Section>
            ) : null}
          </>
        )}
      </Region>
    </>
  );
}
