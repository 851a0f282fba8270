import cronstrue from 'cronstrue';

const UNITS = [
  { minutes: 7 * 24 * 60, word: 'week' },
  { minutes: 24 * 60, word: 'day' },
  { minutes: 60, word: 'hour' },
  { minutes: 1, word: 'minute' },
] as const;

/** When a schedule fires, in words: `every 12 hours`, `at 02:00, Monday through Friday (Europe/Paris)`. */
export function rhythmInWords(schedule: {
  intervalMinutes: number | null;
  cron: string | null;
  timeZone: string;
}): string {
  if (schedule.intervalMinutes !== null) return intervalInWords(schedule.intervalMinutes);
  if (schedule.cron === null) return 'once';
  return `${cronInWords(schedule.cron)} (${schedule.timeZone})`;
}

/** The largest unit that divides the interval: 90 → `every 90 minutes`, 120 → `every 2 hours`. */
export function intervalInWords(minutes: number): string {
  const unit = UNITS.find((candidate) => minutes % candidate.minutes === 0) ?? UNITS[3];
  const count = minutes / unit.minutes;
  return count === 1 ? `every ${unit.word}` : `every ${count} ${unit.word}s`;
}

/** A cron expression in words; the expression itself where no words are found for it. */
export function cronInWords(cron: string): string {
  try {
    const words = cronstrue.toString(cron, { use24HourTimeFormat: true, verbose: false });
    return words.charAt(0).toLowerCase() + words.slice(1);
  } catch {
    return cron;
  }
}
