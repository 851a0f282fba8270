import { parseAsStringLiteral } from 'nuqs/server';
import { ALL_WINDOWS, DEFAULT_WINDOW } from '@/lib/statistics/windows';

/** `?window=7d`; what is none of the windows counts as the last 24 hours. */
export const windowParam = parseAsStringLiteral(ALL_WINDOWS).withDefault(DEFAULT_WINDOW);
