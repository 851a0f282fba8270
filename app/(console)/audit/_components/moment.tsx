import { TextInput } from '@mantine/core';
import { useInBrowser } from '@/components/time/use-now';
import classes from './audit-filters.module.css';

interface MomentProps {
  label: string;
  value: Date | null;
  onChange: (value: Date | null) => void;
}

/** A moment in the reader's zone, to the minute; taken when the field is left. */
export function Moment({ label, value, onChange }: MomentProps) {
  // The server does not know the reader's zone.
  const text = useInBrowser() && value ? localText(value) : '';
  return (
    <TextInput
      key={text}
      type="datetime-local"
      className={classes.moment}
      aria-label={label}
      leftSection={<span className={classes.lead}>{label}</span>}
      leftSectionWidth={44}
      defaultValue={text}
      onBlur={(event) => {
        if (event.currentTarget.value === text) return;
        const ms = Date.parse(event.currentTarget.value);
        onChange(Number.isNaN(ms) ? null : new Date(ms));
      }}
    />
  );
}

const localText = (at: Date): string =>
  new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
