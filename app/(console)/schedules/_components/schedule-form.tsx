'use client';

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ArgsForm } from '@/components/args-form/args-form';
import { ObjectFields } from '@/components/args-form/object-fields';
import { useInBrowser } from '@/components/time/use-now';
import layout from '@/components/ui/form-layout.module.css';
import { LinkButton } from '@/components/ui/link-button';
import type { RunnerDetail } from '@/lib/runners/queries';
import type { ScheduleDetail } from '@/lib/schedules/queries';
import { nextTimesOptions } from '@/lib/schedules/query-options';
import { CRON, previewOf, type ScheduleValues, startValues } from './form-values';
import { PolicyFields } from './policy-fields';
import { RhythmFields } from './rhythm-fields';
import classes from './schedule-form.module.css';
import { TimesPreview } from './times-preview';
import { useSaveSchedule } from './use-save-schedule';

const ASK_AFTER_MS = 150;
const NOTIFICATIONS = [
  { value: 'always', label: 'However a job ends' },
  { value: 'on_failure', label: 'When a job fails' },
  { value: 'never', label: 'Never' },
];

/** Schedules a runner, or changes a schedule (null: a new one). What the server refuses is shown at the field it is about. */
export function ScheduleForm({
  runner,
  schedule,
}: {
  runner: RunnerDetail;
  schedule: ScheduleDetail | null;
}) {
  const [start] = useState(() => startValues(runner, schedule));
  const [values, setValues] = useState(start);
  const [broken, setBroken] = useState(false);
  const set = (change: Partial<ScheduleValues>) => setValues((before) => ({ ...before, ...change }));
  const [question] = useDebouncedValue(JSON.stringify(previewOf(values, schedule)), ASK_AFTER_MS);
  const inBrowser = useInBrowser();
  const preview = useQuery({ ...nextTimesOptions(JSON.parse(question)), enabled: inBrowser });
  const name = values.name.trim() || schedule?.name || runner.name;
  const { save, busy, failure } = useSaveSchedule(name, start, { runner: runner.key, id: schedule?.id });
  const { fields = {} } = failure ?? {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!broken) void save(values);
  };
  return (
    <form className={classes.form} method="post" onSubmit={submit} noValidate>
      {/* What is typed before the scripts are there would be lost. */}
      <fieldset className={layout.fields} disabled={!inBrowser}>
        <RhythmFields values={values} preview={preview.data} errors={fields} onChange={set} />
        <div className={layout.pair}>
          <TextInput
            label={schedule ? 'Begin anew at' : 'First run'}
            description={
              schedule ? 'Empty: its rhythm goes on as it is.' : 'In your zone. Empty: as soon as it may.'
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            type="datetime-local"
            error={fields.scheduleAt}
            value={values.at}
            onChange={({ currentTarget }) => set({ at: currentTarget.value })}
          />
          <TextInput
            label="Name"
            placeholder={runner.name}
            error={fields.name}
            value={values.name}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
        </div>
      </fieldset>
      <TimesPreview query={preview} timeZone={values.rhythm === CRON ? values.timeZone : undefined} />
      <fieldset className={layout.fields} disabled={!inBrowser}>
        {schedule ? null : (
          <ObjectFields
            types={runner.objectTypes}
            type={values.objectType}
            id={values.objectId}
            error={fields.instance}
            onChange={set}
          />
        )}
        <ArgsForm
          args={runner.args}
          value={values.args}
          onChange={(args) => set({ args })}
          onBroken={setBroken}
          errors={fields}
        />
        <PolicyFields values={values} onChange={set} />
        <div className={layout.pair}>
          <NativeSelect
            label="Queue"
            data={runner.queues}
            value={values.queue}
            onChange={({ currentTarget }) => set({ queue: currentTarget.value })}
          />
          <NativeSelect
            label="Notifications"
            data={NOTIFICATIONS}
            value={values.notifications}
            onChange={({ currentTarget }) =>
              set({ notifications: currentTarget.value as ScheduleValues['notifications'] })
            }
          />
        </div>
        <div className={classes.buttons}>
          <Button type="submit" loading={busy} disabled={broken}>
            {schedule ? 'Save' : 'Create schedule'}
          </Button>
          <LinkButton href={schedule ? `/schedules/${schedule.id}` : '/schedules'}>Discard</LinkButton>
        </div>
      </fieldset>
    </form>
  );
}
