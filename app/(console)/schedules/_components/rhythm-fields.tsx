import { NativeSelect, TextInput } from '@mantine/core';
import layout from '@/components/ui/form-layout.module.css';
import { INTERVAL_PRESETS } from '@/lib/schedules/interval-presets';
import type { TimesPreview } from '@/lib/schedules/preview-times';
import { CRON, OTHER_INTERVAL, type ScheduleValues } from './form-values';
import classes from './schedule-form.module.css';
import { ZoneField } from './zone-field';
import { BELOW } from './zone-words';

const RHYTHMS = [
  ...INTERVAL_PRESETS.map(({ minutes, label }) => ({ value: String(minutes), label })),
  { value: OTHER_INTERVAL, label: 'Other interval, in minutes' },
  { value: CRON, label: 'Cron expression' },
];
const A_DAY = 24 * 60;

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
          <ZoneField
            value={timeZone}
            error={problems.timeZone}
            onChange={(zone) => onChange({ timeZone: zone })}
          />
        </div>
      ) : null}
    </>
  );
}

const ELAPSED = 'It counts elapsed time. To keep to the clock when clocks change, use cron.';
