'use client';

import { IconCloudOff, IconPlayerPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNow } from '@/components/time/use-now';
import { useFreeze, useLive } from '@/lib/web/live';
import type { LiveGap } from '@/lib/web/live-connection';
import { storeTroubleOptions } from '@/lib/workers/query-options';
import { clockTime } from './clock-time';
import classes from './outage-banner.module.css';

/** A blink is not worth a banner. */
const BLINK_MS = 2_000;

/** At the foot of the page: what is out of reach, what that means, and how old what one sees is. Gone when it is over. */
export function OutageBanner() {
  const { state, since, gap } = useLive();
  const now = useNow();
  if (state === 'frozen') return <Frozen />;
  if (state === 'reconnecting' && gap && now - since >= BLINK_MS) return <Gap gap={gap} since={since} />;
  return state === 'live' ? <Transport /> : null;
}

function Gap({ gap, since }: { gap: LiveGap; since: number }) {
  const { title, text } = gapWords(gap);
  return (
    <Banner icon={<IconCloudOff size={17} stroke={1.8} aria-hidden />} title={title}>
      {text} What you see is as of {clockTime(since)} and renews itself when it is back.
    </Banner>
  );
}

function gapWords(gap: LiveGap): { title: string; text: string } {
  if (gap === 'database') {
    return {
      title: 'The database cannot be reached.',
      text: 'Jobs that run go on; nothing new starts, and nothing can be changed here.',
    };
  }
  return navigator.onLine
    ? { title: 'The console cannot be reached.', text: 'Workers go on without it.' }
    : { title: 'You are offline.', text: 'Workers go on all the same.' };
}

function Transport() {
  const { data } = useQuery(storeTroubleOptions());
  if (!data?.trouble) return null;
  const { troubled, workers, trouble } = data;
  return (
    <Banner
      icon={<IconCloudOff size={17} stroke={1.8} aria-hidden />}
      title={
        troubled === workers
          ? 'The workers are in trouble.'
          : `${troubled} of ${workers} workers are in trouble.`
      }
    >
      {trouble.replace(/\.$/, '')}. Jobs are taken in and wait; what runs goes on.
    </Banner>
  );
}

function Frozen() {
  const { held, since } = useLive();
  const { toggle } = useFreeze();
  return (
    <Banner
      quiet
      icon={<IconPlayerPause size={17} stroke={1.8} aria-hidden />}
      title={`The page stands as of ${clockTime(since)}.`}
      action={
        <button type="button" className={classes.button} onClick={toggle}>
          Resume
        </button>
      }
    >
      {held === 0 ? 'Nothing has changed since.' : held === 1 ? '1 change since.' : `${held} changes since.`}
    </Banner>
  );
}

interface BannerProps {
  icon: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
  quiet?: boolean;
}

function Banner({ icon, title, children, action, quiet }: BannerProps) {
  return (
    <div
      className={classes.banner}
      data-quiet={quiet || undefined}
      role="status"
      aria-label="State of the page"
    >
      {icon}
      <p className={classes.text}>
        <b>{title}</b> {children}
      </p>
      {action}
    </div>
  );
}
