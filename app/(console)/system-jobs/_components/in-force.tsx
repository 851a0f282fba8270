import { IconAlertTriangle, IconArrowsDiff } from '@tabler/icons-react';
import type { SystemJob } from '@/lib/schedules/system-jobs';
import classes from './in-force.module.css';

/** The rhythm in force, and whether the code says otherwise or nobody knows the code any more. */
export function InForce({ job: { rhythm, drift, inCode } }: { job: SystemJob }) {
  if (!inCode) {
    return (
      <span className={classes.gone} title="Neither this console nor any live worker knows its runner">
        <IconAlertTriangle size={14} stroke={1.9} aria-hidden /> no longer in the code
      </span>
    );
  }
  if (drift.length === 0) return rhythm;
  const told = drift.map(({ field, code, inForce }) => `${field}: code says ${code}, in force ${inForce}`);
  return (
    <span className={classes.changed} title={told.join('\n')}>
      <IconArrowsDiff size={14} stroke={1.9} aria-hidden /> {rhythm} <span className="dim">(changed)</span>
    </span>
  );
}
