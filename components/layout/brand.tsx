import classes from './shell.module.css';

/** The mark: two tracks that meet at a switch. */
export function Brand() {
  return (
    <span className={classes.brand}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <rect width="20" height="20" rx="5" fill="#5358c8" />
        <path
          d="M6.2 4.5v2.2c0 2.6 3.8 2.9 3.8 5.6v3.2M13.8 4.5v2.2c0 2.6-3.8 2.9-3.8 5.6"
          fill="none"
          stroke="#fff"
          strokeWidth="1.7"
          strokeLinecap="round"
        />
      </svg>
      <span className={classes.label}>Yardmaster</span>
    </span>
  );
}
