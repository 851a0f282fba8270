'use client';

import { Duration } from '@/components/time/relative-time';
import { useLive } from '@/lib/web/live';
import classes from './shell.module.css';

const words = { live: 'Live', reconnecting: 'Reconnecting', paused: 'Paused' };
const meanings = {
  live: 'Changes appear by themselves',
  reconnecting: 'Changes do not appear just now; what you see may be out of date',
  paused: 'Changes appear again once this tab is in front',
};

/** Whether what is on the page renews itself, and since when it does not. */
export function LiveState() {
  const { state, since } = useLive();
  return (
    <div className={classes.live} title={since === 0 ? 'Connecting' : meanings[state]}>
      <span className={classes.dot} data-state={state} aria-hidden="true" />
      <span className={classes.label}>
        <span role="status">{since === 0 ? 'Connecting' : words[state]}</span>
        {state === 'live' || since === 0 ? null : (
          <>
            {' '}
            · <Duration from={new Date(since).toISOString()} to={null} />
          </>
        )}
      </span>
    </div>
  );
}
