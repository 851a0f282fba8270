/** Jobs that ended by themselves; those that were cancelled say nothing of their runner. */
export interface Judged {
  completed: number;
  failed: number;
  errored: number;
}

/** The share that completed in percent, rounded so that 100 means all and 0 none; null when none ended. */
export function successOf({ completed, failed, errored }: Judged): string | null {
  const ended = completed + failed + errored;
  if (ended === 0) return null;
  const percent = (completed / ended) * 100;
  const shown = Math.round(percent * 10) / 10;
  if (shown === 100 && completed < ended) return '> 99.9 %';
  if (shown === 0 && completed > 0) return '< 0.1 %';
  return `${shown} %`;
}
