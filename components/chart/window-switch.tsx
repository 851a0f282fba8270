'use client';

import { useQueryState } from 'nuqs';
import { ALL_WINDOWS, STATISTICS_WINDOWS } from '@/lib/statistics/windows';
import classes from './chart.module.css';
import { windowParam } from './window-param';

/** Chooses how far back the page's charts look; the address knows it. */
export function WindowSwitch() {
  const [chosen, choose] = useQueryState('window', windowParam.withOptions({ history: 'push' }));
  return (
    <fieldset className={classes.switch} aria-label="Window of time">
      {ALL_WINDOWS.map((window) => (
        <button
          key={window}
          type="button"
          aria-pressed={window === chosen}
          title={`Charts of ${STATISTICS_WINDOWS[window].title}`}
          onClick={() => void choose(window)}
        >
          {STATISTICS_WINDOWS[window].label}
        </button>
      ))}
    </fieldset>
  );
}
