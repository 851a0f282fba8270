'use client';

import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LogLevel } from '@/lib/db/generated/enums';
import {
  entryAt,
  indexWithin,
  LOG_PART,
  type LogEntry,
  type LogOutline,
  type LogPlace,
  partHolding,
  partsToRead,
  tailFrom,
} from '@/lib/jobs/log-outline';
import { logPartOptions } from '@/lib/jobs/log-query-options';

export interface ReadLog {
  /** The entry at an index; undefined while it is read. */
  at: (index: number) => LogEntry | undefined;
  /** Has the entries from one index to another read. */
  show: (first: number, last: number) => void;
  /** The index of a place, or of the next entry after it. */
  locate: (place: LogPlace) => Promise<number>;
}

/** The entries of a log by index, read in parts as they come into sight. */
export function useLog(jobId: string, level: LogLevel, outline: LogOutline): ReadLog {
  const queryClient = useQueryClient();
  const [parts, setParts] = useState<readonly number[]>([]);
  const optionsOf = (part: number) =>
    logPartOptions(jobId, level, outline.anchors[part] ?? { attempt: 0, seq: 0 });
  const known = useQueries({
    queries: parts.filter((part) => part < outline.anchors.length).map(optionsOf),
    combine: (results) => new Map(results.flatMap(({ data }, at) => (data ? [[parts[at] ?? 0, data]] : []))),
  });
  return {
    at: (index) => entryAt(outline, known, index),
    show(first, last) {
      const wanted = partsToRead(outline, first, last);
      if (wanted.join() !== parts.join()) setParts(wanted);
    },
    async locate(place) {
      const part = partHolding(outline, place);
      const start = part * LOG_PART;
      const entries =
        start >= tailFrom(outline)
          ? outline.tail.slice(start - tailFrom(outline), start - tailFrom(outline) + LOG_PART)
          : await queryClient.fetchQuery(optionsOf(part));
      return start + indexWithin(entries, place);
    },
  };
}
