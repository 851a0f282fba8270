import { z } from 'zod';
import { YardmasterError } from '@/lib/errors';
import { clockChangeNotes } from '@/lib/jobs/schedule/clock-changes';
import { parseCron } from '@/lib/jobs/schedule/cron';
import { nextTimes, type RhythmRow } from '@/lib/jobs/schedule/rhythm';
import { rhythmInWords } from './rhythm';

/** A rhythm as a form holds it while somebody types: minutes, or cron with a zone. */
export const previewInput = z.object({
  interval: z.coerce.number().int().min(1).max(5_256_000).optional().catch(undefined),
  cron: z.string().max(200).optional().catch(undefined),
  timeZone: z.string().max(100).default('UTC').catch('UTC'),
  /** Where its grid begins; default now. */
  from: z.coerce.date().optional().catch(undefined),
});

export interface TimesPreview {
  /** In words; empty while it is not right. */
  words: string;
  /** At most ten. ISO 8601. */
  times: string[];
  /** What the clock changes of the next year do to it, in sentences. */
  notes: string[];
  /** What is wrong, by field: `cron`, `timeZone`, `interval`. */
  problems: Readonly<Record<string, string>>;
}

/** When a rhythm would fall due, counted from `now`. What is half typed is no error: it is told in `problems`. Pure. */
export function previewTimes(input: z.output<typeof previewInput>, now: Date): TimesPreview {
  const { interval = null, cron = null, timeZone, from } = input;
  const nothing = { words: '', times: [], notes: [], problems: {} };
  if (interval === null && !cron) return nothing;
  const row: RhythmRow = {
    intervalMinutes: cron ? null : interval,
    cron,
    timeZone,
    anchorAt: from ?? now,
  };
  try {
    if (cron) parseCron(cron, timeZone);
    // Without a beginning of its own an interval begins at once.
    const times = nextTimes(row, new Date(now.getTime() - 1), 10);
    return {
      words: rhythmInWords(row),
      times: times.map((time) => time.toISOString()),
      notes: cron ? clockChangeNotes(cron, timeZone, times[0] ?? now) : [],
      problems: times.length === 0 ? { cron: 'This never comes' } : {},
    };
  } catch (error) {
    if (error instanceof YardmasterError) return { ...nothing, problems: error.fields };
    throw error;
  }
}
