'use client';

import { IconCloudOff } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/time/relative-time';
import { ReadError } from '@/lib/web/fetch-json';
import { useLive } from '@/lib/web/live';
import { ErrorFace } from './error-face';
import classes from './faces.module.css';
import { SkeletonRows } from './skeleton-rows';

interface RegionProps<Data> {
  query: UseQueryResult<Data>;
  /** What is read, as it ends the sentence "Could not read …". */
  what: string;
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** A read and its faces: its own skeleton, an error with retry, or the data; when a renewal fails, the last known data and a line that says so. */
export function Region<Data>({ query, what, skeleton = <SkeletonRows />, children }: RegionProps<Data>) {
  // What is out of reach for the whole page is said once, at its foot.
  const isSaidBelow = useLive().state === 'reconnecting';
  if (query.data === undefined) {
    if (!query.isError) return skeleton;
    return (
      <ErrorFace
        title={`Could not read ${what}`}
        message={query.error.message}
        requestId={requestIdOf(query.error)}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return (
    <>
      {query.isError && !isSaidBelow ? (
        <div className={classes.stale} role="status">
          <IconCloudOff size={16} stroke={1.75} aria-hidden />
          <span>
            Could not renew {what}: shown as of{' '}
            <RelativeTime at={new Date(query.dataUpdatedAt).toISOString()} />.
          </span>
        </div>
      ) : null}
      {children(query.data)}
    </>
  );
}

const requestIdOf = (error: Error): string | undefined =>
  error instanceof ReadError ? error.failure.requestId : undefined;
