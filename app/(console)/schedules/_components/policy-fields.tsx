import { NativeSelect } from '@mantine/core';
import layout from '@/components/ui/form-layout.module.css';
import type { ScheduleValues } from './form-values';

const OVERLAP = {
  skip: { label: 'Skip the new one', does: 'It is left out, and shown as skipped.' },
  queue: { label: 'At most one waits', does: 'It runs as soon as the one before has ended.' },
  allow: { label: 'Run them side by side', does: 'It starts at its time, whatever else still runs.' },
} as const;

const CATCH_UP = {
  one: { label: 'One run', does: 'Whatever was missed, it runs once and is back in its rhythm.' },
  none: { label: 'No run', does: 'What is over a minute late is left out, and shown as missed.' },
  all: { label: 'Every missed run', does: 'One after the other, at most the last 100.' },
} as const;

const choices = <Choice extends string>(table: Record<Choice, { label: string }>) =>
  (Object.keys(table) as Choice[]).map((value) => ({ value, label: table[value].label }));

interface PolicyFieldsProps {
  values: Pick<ScheduleValues, 'overlap' | 'catchUp'>;
  onChange: (change: Partial<ScheduleValues>) => void;
}

/** What happens when a run is due while the one before still lives, and after downtime. */
export function PolicyFields({ values: { overlap, catchUp }, onChange }: PolicyFieldsProps) {
  return (
    <div className={layout.pair}>
      <NativeSelect
        label="When the run before still lives"
        description={OVERLAP[overlap].does}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={choices(OVERLAP)}
        value={overlap}
        onChange={({ currentTarget }) => onChange({ overlap: currentTarget.value as typeof overlap })}
      />
      <NativeSelect
        label="After downtime"
        description={CATCH_UP[catchUp].does}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={choices(CATCH_UP)}
        value={catchUp}
        onChange={({ currentTarget }) => onChange({ catchUp: currentTarget.value as typeof catchUp })}
      />
    </div>
  );
}
