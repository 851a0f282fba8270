import { NativeSelect, Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import layout from '@/components/ui/form-layout.module.css';
import { INTERVAL_PRESETS } from '@/lib/schedules/interval-presets';
import type { TimesPreview } from '@/lib/schedules/preview-times';
import { CRON, OTHER_INTERVAL, type ScheduleValues } from './form-values';
import classes from './schedule-form.module.css';

const RHYTHMS = [
  ...INTERVAL_PRESETS.map(({ minutes, label }) => ({ value: String(minutes), label })),
  { value: OTHER_INTERVAL, label: 'Other interval, in minutes' },
  { value: CRON, label: 'Cron expression' },
];
const MOST_ZONES_SHOWN = 60;
const A_DAY = 24 * 60;
const BELOW = ['label', 'input', 'description', 'error'] as const;

interface RhythmFieldsProps {
  values: ScheduleValues;
  preview: TimesPreview | undefined;
  /** What the server refused. */
  errors: Readonly<Record<string, string>>;
  onChange: (change: Partial<ScheduleValues>) => void;
}

/** When: a preset, minutes, or cron with its zone. What is typed is told in words, or what is wrong with it. */
export function RhythmFields({ values, preview, errors, onChange }: RhythmFieldsProps) {
  const { rhythm, minutes, cron, timeZone } = values;
  const problems = { ...errors, ...preview?.problems };
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((z) => z !== 'UTC')], []);
  const isCron = rhythm === CRON;
  const interval = rhythm === OTHER_INTERVAL ? Number(minutes) : Number(rhythm);
  return (
    <>
      <div className={layout.pair}>
        <NativeSelect
          label="Rhythm"
          data={RHYTHMS}
          value={rhythm}
          description={!isCron && interval % A_DAY === 0 ? ELAPSED : undefined}
          inputWrapperOrder={[...BELOW]}
          onChange={({ currentTarget }) => onChange({ rhythm: currentTarget.value })}
        />
        {rhythm === OTHER_INTERVAL ? (
          <TextInput
            label="Minutes"
            inputMode="numeric"
            error={errors.interval ?? (/^[1-9]\d*$/.test(minutes) ? undefined : 'A whole number from 1 on')}
            value={minutes}
            onChange={({ currentTarget }) => onChange({ minutes: currentTarget.value.trim() })}
          />
        ) : null}
      </div>
      {isCron ? (
        <div className={layout.pair}>
          <TextInput
            label="Cron"
            classNames={{ input: classes.mono }}
            autoComplete="off"
            spellCheck={false}
            error={problems.cron}
            description={problems.cron ? undefined : preview?.words || 'Minute hour day month weekday'}
            inputWrapperOrder={[...BELOW]}
            value={cron}
            onChange={({ currentTarget }) => onChange({ cron: currentTarget.value })}
          />
          <Select
            label="Time zone"
            description="Type to search. It keeps to this zone's clocks."
            inputWrapperOrder={[...BELOW]}
            data={zones.includes(timeZone) ? zones : [timeZone, ...zones]}
            searchable
            allowDeselect={false}
            limit={MOST_ZONES_SHOWN}
            nothingFoundMessage="No zone is called this"
            error={problems.timeZone}
            value={timeZone}
            onChange={(zone) => zone && onChange({ timeZone: zone })}
          />
        </div>
      ) : null}
    </>
  );
}

const ELAPSED = 'It counts elapsed time. To keep to the clock when clocks change, use cron.';
