'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { LiveConnection, type LiveStatus, NOT_YET } from './live-connection';
import { keysOfTopic } from './query-keys';
import { Refresher } from './refresher';

const REFRESH_AT_MOST_EVERY_MS = 1_000;

const LiveContext = createContext<LiveConnection | null>(null);

/** Keeps every query on screen fresh: a changed topic refetches its queries, each at most once a second. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const connection = useMemo(() => {
    const refresher = new Refresher(
      (queryKey) => queryClient.invalidateQueries({ queryKey }),
      REFRESH_AT_MOST_EVERY_MS,
    );
    return new LiveConnection((topics) => {
      for (const key of topics.flatMap(keysOfTopic)) refresher.touch(key);
    });
  }, [queryClient]);
  useEffect(() => connection.start(), [connection]);
  return <LiveContext value={connection}>{children}</LiveContext>;
}

/** Whether this page is up to date: `live`, `reconnecting` or `paused`, and since when. `paused` until the page is up. */
export function useLive(): LiveStatus {
  const connection = useContext(LiveContext);
  if (!connection) throw new Error('useLive needs a LiveProvider around it');
  return useSyncExternalStore(connection.watch, connection.status, () => NOT_YET);
}
