'use client';

import { focusManager, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { LiveConnection, type LiveStatus, NOT_YET } from './live-connection';
import { keysOfTopic } from './query-keys';
import { Refresher } from './refresher';
import { REREAD_EVERY_MS } from './reread';

const LiveContext = createContext<LiveConnection | null>(null);

/** Keeps every query on screen fresh: a changed topic refetches its queries, each only so often. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const { connection, refresher } = useMemo(() => {
    const refresher = new Refresher(
      (queryKey) => queryClient.invalidateQueries({ queryKey }),
      REREAD_EVERY_MS,
    );
    const connection = new LiveConnection((topics) => {
      for (const key of topics.flatMap(keysOfTopic)) refresher.touch(key);
    });
    return { connection, refresher };
  }, [queryClient]);
  useEffect(() => connection.start(), [connection]);
  // What the server read for the page that is opened now may be older than an event that came before it was up.
  useEffect(
    () =>
      queryClient.getQueryCache().subscribe(({ type, query }) => {
        const isUp = connection.status().state === 'live';
        if (type === 'observerAdded' && isUp && query.state.data !== undefined)
          refresher.touch(query.queryKey);
      }),
    [queryClient, connection, refresher],
  );
  return <LiveContext value={connection}>{children}</LiveContext>;
}

function useConnection(): LiveConnection {
  const connection = useContext(LiveContext);
  if (!connection) throw new Error('useLive needs a LiveProvider around it');
  return connection;
}

/** Whether this page is up to date: `live`, `reconnecting`, `frozen` or `hidden`, and since when. `hidden` until the page is up. */
export function useLive(): LiveStatus {
  const connection = useConnection();
  return useSyncExternalStore(connection.watch, connection.status, () => NOT_YET);
}

/** Freezes the page, so that nothing moves under the reader's eyes, or lets it move on. */
export function useFreeze(): { frozen: boolean; toggle: () => void } {
  const connection = useConnection();
  const frozen = useLive().state === 'frozen';
  const toggle = useCallback(() => {
    const freezes = connection.status().state !== 'frozen';
    if (freezes) connection.freeze();
    // What is read again every few seconds is read only while somebody looks.
    focusManager.setFocused(freezes ? false : undefined);
    if (!freezes) connection.thaw();
  }, [connection]);
  return { frozen, toggle };
}
