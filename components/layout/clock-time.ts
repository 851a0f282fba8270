import { timeFormat } from '@/components/time/time-format';

/** Time of day to the second in the reader's zone: `14:02:11`. */
export const clockTime = timeFormat({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
