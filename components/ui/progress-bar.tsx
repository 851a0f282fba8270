import classes from './progress-bar.module.css';

interface ProgressBarProps {
  done: number | null;
  total: number | null;
  /** What progresses, for those who hear it. */
  label: string;
}

/** How far a running job is; a moving bar while it has not said. */
export function ProgressBar({ done, total, label }: ProgressBarProps) {
  const share = done !== null && total ? Math.min(100, Math.max(0, (done / total) * 100)) : null;
  return (
    <span
      className={classes.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share)}
    >
      <span
        className={share === null ? classes.unknown : classes.fill}
        style={share === null ? undefined : { width: `${share}%` }}
      />
    </span>
  );
}
