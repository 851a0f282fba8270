import { type ChangeEvent, useRef } from 'react';
import classes from './data-table.module.css';

/** Which rows of a table are ticked, and how to change that. */
export interface Selection<Row> {
  isSelected: (row: Row) => boolean;
  /** `range`: with all rows between this one and the one before. */
  onToggle: (row: Row, range: boolean) => void;
  all: 'all' | 'some' | 'none';
  onToggleAll: () => void;
  /** What a row's box is called. */
  nameOf: (row: Row) => string;
  /** What the box above them is called. */
  label: string;
}

export function SelectAll<Row>({ selection }: { selection: Selection<Row> }) {
  const { all, onToggleAll, label } = selection;
  return (
    <label className={classes.tick}>
      <input
        type="checkbox"
        aria-label={label}
        checked={all === 'all'}
        ref={(box) => {
          if (box) box.indeterminate = all === 'some';
        }}
        onChange={onToggleAll}
      />
    </label>
  );
}

export function SelectRow<Row>({ selection, row }: { selection: Selection<Row>; row: Row }) {
  const shift = useRef(false);
  const change = (_event: ChangeEvent) => selection.onToggle(row, shift.current);
  return (
    <label
      className={classes.tick}
      onMouseDown={(event) => {
        shift.current = event.shiftKey;
        // Shift would select the text between.
        if (event.shiftKey) event.preventDefault();
      }}
      onMouseUp={(event) => {
        shift.current = event.shiftKey;
      }}
    >
      <input
        type="checkbox"
        aria-label={`Select ${selection.nameOf(row)}`}
        checked={selection.isSelected(row)}
        onChange={change}
        onKeyDown={(event) => {
          shift.current = event.shiftKey;
        }}
      />
    </label>
  );
}
