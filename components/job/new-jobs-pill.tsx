import { IconArrowUp } from '@tabler/icons-react';
import classes from './job-list.module.css';

/** Says how many jobs came since the list was read, and shows them when pressed: no row moves by itself. */
export function NewJobsPill({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div className={classes.pillPlace} aria-live="polite">
      {count > 0 ? (
        <button type="button" className={classes.pill} onClick={onShow}>
          <IconArrowUp size={14} aria-hidden /> {count >= 50 ? '50+' : count} new
        </button>
      ) : null}
    </div>
  );
}
