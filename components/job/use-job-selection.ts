'use client';

import { useState } from 'react';
import { type JobFilter, jobsQuery, MOST_PICKED, NO_FILTER } from '@/lib/jobs/job-filter';

/** Which jobs are picked: one by one, over pages, or all that match the filter. */
export interface JobSelection {
  isSelected: (id: string) => boolean;
  /** How many are picked one by one. */
  count: number;
  everything: boolean;
  /** Picks or drops a job; with `range`, all rows between the last one touched and this. */
  toggle: (id: string, range: boolean) => void;
  /** Picks all rows of the page, or drops them when all are picked. */
  togglePage: () => void;
  selectEverything: () => void;
  clear: () => void;
  page: 'all' | 'some' | 'none';
  /** The picked jobs as a filter. */
  filter: JobFilter;
}

const nothing = { ids: new Set<string>(), everything: false, last: null as string | null };

export function useJobSelection(filter: JobFilter, pageIds: readonly string[]): JobSelection {
  const [state, setState] = useState(nothing);
  const [known, setKnown] = useState('');
  const now = jobsQuery(filter).toString();
  // What was picked in one list is not picked in another.
  if (now !== known) {
    setKnown(now);
    if (state !== nothing) setState(nothing);
  }
  const { ids, everything, last } = state;
  const set = (next: Iterable<string>, touched: string | null) =>
    setState({ ids: new Set([...next].slice(0, MOST_PICKED)), everything: false, last: touched });
  const onPage = pageIds.filter((id) => ids.has(id)).length;
  const page = everything || (onPage > 0 && onPage === pageIds.length) ? 'all' : onPage > 0 ? 'some' : 'none';
  return {
    isSelected: (id) => everything || ids.has(id),
    count: ids.size,
    everything,
    page,
    toggle(id, range) {
      if (everything)
        return set(
          pageIds.filter((other) => other !== id),
          id,
        );
      const from = range && last !== null ? pageIds.indexOf(last) : -1;
      if (from >= 0) {
        const to = pageIds.indexOf(id);
        return set([...ids, ...pageIds.slice(Math.min(from, to), Math.max(from, to) + 1)], id);
      }
      return set(ids.has(id) ? [...ids].filter((other) => other !== id) : [...ids, id], id);
    },
    togglePage() {
      if (page === 'all') set(everything ? [] : [...ids].filter((id) => !pageIds.includes(id)), null);
      else set([...ids, ...pageIds], null);
    },
    selectEverything: () => setState({ ids: new Set(), everything: true, last: null }),
    clear: () => setState(nothing),
    filter: everything ? filter : { ...NO_FILTER, ids: [...ids] },
  };
}
