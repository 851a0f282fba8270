import { INTERVAL_PRESETS } from '@/lib/schedules/interval-presets';

/** An interval as people say it; null: only when somebody asks. */
export function intervalWords(minutes: number | null): string {
  if (minutes === null) return 'On demand';
  const preset = INTERVAL_PRESETS.find((each) => each.minutes === minutes);
  return preset?.label ?? `Every ${minutes.toLocaleString('en-GB')} minutes`;
}
