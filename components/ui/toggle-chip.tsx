import type { ReactNode } from 'react';
import classes from './toggle-chip.module.css';

interface ToggleChipProps {
  pressed: boolean;
  onClick: () => void;
  /** Beside the words; empty keeps its place while it is not known. */
  count?: string;
  children: ReactNode;
}

/** A switch of a row of switches, with how many there are behind it. */
export function ToggleChip({ pressed, onClick, count, children }: ToggleChipProps) {
  return (
    <button type="button" className={classes.chip} aria-pressed={pressed} onClick={onClick}>
      {children}
      {count === undefined ? null : <span className={classes.count}>{count}</span>}
    </button>
  );
}
