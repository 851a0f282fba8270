/** Common intervals, in minutes. Any whole number of minutes from 1 on is accepted wherever an interval is. */
export const JobInterval = {
  MINUTELY: 1,
  HOURLY: 60,
  TWELVE_HOURS: 720,
  DAILY: 1440,
  WEEKLY: 10_080,
  THIRTY_DAYS: 43_200,
} as const;
