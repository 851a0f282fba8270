import { queryOptions } from '@tanstack/react-query';
import type { LogLevel } from '@/lib/db/generated/enums';
import { fetchJson } from '@/lib/web/fetch-json';
import { grow, type LogEntry, type LogOutline, type LogPlace } from './log-outline';
import type { LogFinds } from './queries/job-log';

/** A job's log from `least` on: read in outline first, then only what was added since. */
export const jobLogOptions = (id: string, least: LogLevel) =>
  queryOptions({
    queryKey: ['log', id, least],
    queryFn: async ({ client, queryKey, signal }): Promise<LogOutline> => {
      const known = client.getQueryData<LogOutline>(queryKey);
      return known && known.total > 0
        ? addNewer(known, id, least, signal)
        : fetchJson<LogOutline>(`/api/jobs/${id}/log?level=${least}`, signal);
    },
    // Comparing thousands of entries with themselves at every renewal would cost more than it saves.
    structuralSharing: false,
  });

/** A part of a log. It never changes; that it is not under `log` keeps events from having it read again. */
export const logPartOptions = (id: string, least: LogLevel, first: LogPlace) =>
  queryOptions({
    queryKey: ['log-part', id, least, placeText(first)],
    queryFn: ({ signal }) =>
      fetchJson<LogEntry[]>(`/api/jobs/${id}/log/part?level=${least}&from=${placeText(first)}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });

/** Where a text stands in a log, as it grows. */
export const logFindsOptions = (id: string, least: LogLevel, text: string) =>
  queryOptions({
    queryKey: ['log', id, least, 'finds', text],
    queryFn: ({ signal }) =>
      fetchJson<LogFinds>(
        `/api/jobs/${id}/log/finds?level=${least}&text=${encodeURIComponent(text)}`,
        signal,
      ),
    enabled: text !== '',
  });

/** A place as addresses say it: `1.42`. */
export const placeText = ({ attempt, seq }: LogPlace): string => `${attempt}.${seq}`;

async function addNewer(
  known: LogOutline,
  id: string,
  least: LogLevel,
  signal: AbortSignal,
): Promise<LogOutline> {
  let outline = known;
  for (let last = outline.tail.at(-1); last; last = outline.tail.at(-1)) {
    const { entries, more } = await fetchJson<{ entries: LogEntry[]; more: boolean }>(
      `/api/jobs/${id}/log/after?level=${least}&place=${placeText(last)}`,
      signal,
    );
    outline = grow(outline, entries);
    if (!more) break;
  }
  return outline;
}
