import {
  type Icon,
  IconBolt,
  IconCalendarRepeat,
  IconDatabase,
  IconFileText,
  IconListDetails,
  IconServer2,
  IconStack2,
  IconTrain,
} from '@tabler/icons-react';
import { StatusIcon } from '@/components/job/status-icon';
import type { PaletteEntry, PaletteKind } from '@/lib/palette/thing';
import classes from './palette.module.css';

const icons: Record<PaletteKind, Icon> = {
  page: IconFileText,
  queue: IconStack2,
  schedule: IconCalendarRepeat,
  'data source': IconDatabase,
  runner: IconTrain,
  worker: IconServer2,
  job: IconListDetails,
};

interface PaletteOptionProps {
  entry: PaletteEntry;
  id: string;
  selected: boolean;
  onChoose: (entry: PaletteEntry) => void;
}

/** One line of the palette. The field keeps the focus; which line is meant is told to those who hear it. */
export function PaletteOption({ entry, id, selected, onChoose }: PaletteOptionProps) {
  const { thing, label, verb } = entry;
  const KindIcon = verb ? IconBolt : icons[thing.kind];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which has the focus.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      data-action
      data-selected={selected || undefined}
      className={classes.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry)}
    >
      {thing.status && !verb ? (
        <StatusIcon status={thing.status} size={16} />
      ) : (
        <KindIcon size={16} stroke={1.6} aria-hidden />
      )}
      <span className={classes.label}>{label}</span>
      <span className={classes.detail}>{thing.detail}</span>
      <span className={classes.kind}>{verb ? 'action' : thing.kind}</span>
    </div>
  );
}
