import classes from './worker.module.css';

/** How full a worker is: a small bar and the numbers. */
export function Slots({ used, of: total }: { used: number; of: number }) {
  const share = total === 0 ? 0 : Math.min(1, used / total);
  return (
    <span className={classes.slots}>
      <span className={classes.bar} aria-hidden>
        <span className={classes.fill} style={{ width: `${share * 100}%` }} />
      </span>
      <span className="number">
        {used} of {total}
      </span>
    </span>
  );
}
