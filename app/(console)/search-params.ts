import { createLoader } from 'nuqs/server';
import { windowParam } from '@/components/chart/window-param';

/** The overview's state in the URL: `?window=7d`. */
export const loadOverviewParams = createLoader({ window: windowParam });
