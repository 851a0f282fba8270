import { z } from 'zod';
import { ALL_WINDOWS, DEFAULT_WINDOW } from './windows';

const name = z.string().min(1).max(200);

/** The address of `/api/statistics`; a window that is none counts as the default. */
export const statisticsQuerySchema = z.object({
  window: z.enum(ALL_WINDOWS).catch(DEFAULT_WINDOW),
  queue: name.optional(),
  runner: name.optional(),
});

/** The address of `/api/overview`. */
export const overviewQuerySchema = statisticsQuerySchema.pick({ window: true });

/** The address of `/api/depth`. */
export const depthQuerySchema = statisticsQuerySchema.pick({ window: true }).extend({ queue: name });
