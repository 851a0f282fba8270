import classes from './chart.module.css';

/** The place of charts that are being read, in their size. */
export function ChartBones({ figures }: { figures: number }) {
  return (
    <div className={classes.charts} role="status" aria-label="Loading">
      {Array.from({ length: figures }, (_, figure) => `figure-${figure}`).map((key) => (
        <div className={classes.figure} key={key}>
          <div className={classes.title}>&nbsp;</div>
          <div className={classes.legend} />
          <div className={classes.place}>
            <div className={classes.bones} />
          </div>
        </div>
      ))}
    </div>
  );
}
