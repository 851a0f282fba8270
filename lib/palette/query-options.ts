import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { PaletteThing } from './thing';

/** What the console knows by these words: not renewed while one chooses. */
export const paletteOptions = (text: string) =>
  queryOptions({
    queryKey: ['palette', text],
    queryFn: ({ signal }) => fetchJson<PaletteThing[]>(`/api/palette?q=${encodeURIComponent(text)}`, signal),
    staleTime: 10_000,
  });
