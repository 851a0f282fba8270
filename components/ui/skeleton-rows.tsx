import classes from './faces.module.css';

const widths = ['32%', '18%', '24%', '14%', '28%', '20%'];

/** Placeholder rows of a table, as tall as the real ones; seen only when loading takes longer than 300 ms. */
export function SkeletonRows({ rows = 12, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div className={classes.skeleton} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key, row) => (
        <div className={classes.row} key={key}>
          {[0, 1, 2].map((column) => (
            <div
              className={classes.bone}
              key={column}
              style={{ width: widths[(row + column * 2) % widths.length] }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
