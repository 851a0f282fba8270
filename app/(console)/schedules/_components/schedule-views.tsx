import { ToggleChip } from '@/components/ui/toggle-chip';
import classes from './schedule-filters.module.css';

interface ScheduleViewsProps {
  view: 'calendar' | null;
  onChange: (view: 'calendar' | null) => void;
}

/** The schedules as a list, or as what runs in the next 24 hours. */
export function ScheduleViews({ view, onChange }: ScheduleViewsProps) {
  return (
    <fieldset className={classes.states} aria-label="View">
      <ToggleChip pressed={view === null} onClick={() => onChange(null)}>
        List
      </ToggleChip>
      <ToggleChip pressed={view === 'calendar'} onClick={() => onChange('calendar')}>
        Next 24 hours
      </ToggleChip>
    </fieldset>
  );
}
