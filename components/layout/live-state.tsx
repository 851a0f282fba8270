'use client';

import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useNow } from '@/components/time/use-now';
import { useFreeze, useLive } from '@/lib/web/live';
import type { LiveStatus } from '@/lib/web/live-connection';
import { clockTime } from './clock-time';
import classes from './live-state.module.css';

/** A gap shorter than this is a blink: a deploy, a changed network. */
const STALE_AFTER_MS = 10_000;

const meanings = {
  live: 'Changes appear by themselves',
  reconnecting: 'Changes do not appear just now; what you see may be out of date',
  frozen: 'The page stands still until you resume it',
  hidden: 'Changes appear again once this tab is in front',
};

/** Whether what is on the page renews itself, since when it does not, and the button that holds it still. */
export function LiveState() {
  const status = useLive();
  const { frozen, toggle } = useFreeze();
  const now = useNow();
  const [word, more] = wordsOf(status, now);
  const hint = frozen ? 'Resume: show the changes' : 'Freeze: let nothing move on this page';
  return (
    <div className={classes.live} title={status.since === 0 ? 'Connecting' : meanings[status.state]}>
      <span className={classes.dot} data-state={status.state} aria-hidden="true" />
      <span className={classes.words}>
        <span role="status">{word}</span>
        {more ? <span className={classes.more}>{more}</span> : null}
      </span>
      <button
        type="button"
        className={classes.button}
        onClick={toggle}
        aria-label={frozen ? 'Resume live changes' : 'Freeze the page'}
        title={hint}
      >
        {frozen ? (
          <IconPlayerPlay size={14} stroke={1.8} aria-hidden />
        ) : (
          <IconPlayerPause size={14} stroke={1.8} aria-hidden />
        )}
      </button>
    </div>
  );
}

function wordsOf({ state, since, held }: LiveStatus, now: number): [string, string?] {
  if (since === 0) return ['Connecting'];
  if (state === 'live') return ['Live'];
  if (state === 'hidden') return ['Paused'];
  if (state === 'frozen') return ['Frozen', held === 0 ? '' : held === 1 ? '1 change' : `${held} changes`];
  return now - since < STALE_AFTER_MS ? ['Reconnecting'] : ['Stale', `since ${clockTime(since)}`];
}
