import { z } from 'zod';

/** How a form says when: minutes, or cron with a zone. Which of them, and whether they are right, `parseRequest` checks. */
export const rhythmFields = {
  /** Minutes. */
  interval: z.coerce
    .number()
    .int('Expected a whole number of minutes')
    .min(1, 'Expected at least 1 minute')
    .optional(),
  cron: z.string().trim().optional(),
  timeZone: z.string().trim().optional(),
};
