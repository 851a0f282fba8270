import { IconLock } from '@tabler/icons-react';
import { useActor } from './actor-context';
import classes from './read-only-note.module.css';

/** Above every page where READ_ONLY is set. */
export function ReadOnlyNote() {
  if (!useActor().readOnly) return null;
  return (
    <p className={classes.note}>
      <IconLock size={15} stroke={1.8} aria-hidden />
      <span>
        <b>This console is read-only.</b> Nothing can be changed here; workers and schedules go on.
      </span>
    </p>
  );
}
