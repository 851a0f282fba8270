'use client';

import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { PageHeader } from '@/components/layout/page-header';
import { EmptyFace } from '@/components/ui/empty-face';
import { Region } from '@/components/ui/region';
import type { RunnerSummary } from '@/lib/runners/queries';
import { runnerOptions, runnersOptions } from '@/lib/runners/query-options';
import { ScheduleForm } from '../_components/schedule-form';
import classes from '../_components/schedule-form.module.css';
import { newScheduleParams } from './search-params';

export function NewScheduleView() {
  const runners = useQuery(runnersOptions());
  return (
    <>
      <PageHeader title="New schedule" parent={{ href: '/schedules', label: 'Schedules' }} />
      <Region query={runners} what="the runners">
        {(all) => <ForOneOf runners={all} />}
      </Region>
    </>
  );
}

function ForOneOf({ runners }: { runners: readonly RunnerSummary[] }) {
  const [{ runner: key }, setParams] = useQueryStates(newScheduleParams);
  const chosen = runners.find((runner) => runner.key === key);
  return (
    <>
      <div className={classes.choose}>
        <NativeSelect
          label="Runner"
          description={chosen?.description || (chosen ? chosen.key : 'What its jobs do.')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={key && !chosen ? `No plugin here provides the runner ${key}.` : undefined}
          data={[
            ...(chosen ? [] : [{ value: '', label: 'Choose a runner' }]),
            ...runners.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          value={chosen?.key ?? ''}
          onChange={({ currentTarget }) => void setParams({ runner: currentTarget.value })}
        />
      </div>
      {chosen ? (
        <FormOf key={chosen.key} runnerKey={chosen.key} />
      ) : (
        <EmptyFace title="What is to run?">
          Choose a runner: its arguments, its rhythm and the next ten times appear here.
        </EmptyFace>
      )}
    </>
  );
}

function FormOf({ runnerKey }: { runnerKey: string }) {
  const runner = useQuery(runnerOptions(runnerKey));
  return (
    <Region query={runner} what="the runner">
      {(data) => <ScheduleForm runner={data} schedule={null} />}
    </Region>
  );
}
