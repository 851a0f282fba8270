import { JobInterval } from '@/lib/jobs/interval';

/** The intervals that forms offer, in minutes, in words. */
export const INTERVAL_PRESETS: readonly { minutes: number; label: string }[] = [
  { minutes: JobInterval.MINUTELY, label: 'Every minute' },
  { minutes: JobInterval.HOURLY, label: 'Every hour' },
  { minutes: JobInterval.TWELVE_HOURS, label: 'Every 12 hours' },
  { minutes: JobInterval.DAILY, label: 'Every day' },
  { minutes: JobInterval.WEEKLY, label: 'Every week' },
  { minutes: JobInterval.THIRTY_DAYS, label: 'Every 30 days' },
];
