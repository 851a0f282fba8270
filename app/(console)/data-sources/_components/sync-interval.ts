import { JobInterval } from '@/lib/jobs/interval';

/** The intervals that the form offers, in minutes, in words. */
export const INTERVAL_PRESETS: readonly { minutes: number; label: string }[] = [
  { minutes: JobInterval.MINUTELY, label: 'Every minute' },
  { minutes: JobInterval.HOURLY, label: 'Every hour' },
  { minutes: JobInterval.TWELVE_HOURS, label: 'Every 12 hours' },
  { minutes: JobInterval.DAILY, label: 'Every day' },
  { minutes: JobInterval.WEEKLY, label: 'Every week' },
  { minutes: JobInterval.THIRTY_DAYS, label: 'Every 30 days' },
];

/** An interval as people say it; null: only when somebody asks. */
export function intervalWords(minutes: number | null): string {
  if (minutes === null) return 'On demand';
  const preset = INTERVAL_PRESETS.find((each) => each.minutes === minutes);
  return preset?.label ?? `Every ${minutes.toLocaleString('en-GB')} minutes`;
}
