import { CloseButton } from '@mantine/core';
import classes from './filters.module.css';

interface FilterChipProps {
  label: string;
  value: string;
  /** The whole value where the other was shortened. */
  title?: string;
  onRemove: () => void;
}

/** One part of the filter, and the way to take it away. */
export function FilterChip({ label, value, title, onRemove }: FilterChipProps) {
  return (
    <span className={classes.chip} title={title}>
      <span className="dim">{label}</span>
      <span className={classes.value}>{value}</span>
      <CloseButton size="xs" aria-label={`Remove the filter: ${label} ${value}`} onClick={onRemove} />
    </span>
  );
}
