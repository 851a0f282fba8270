import { z } from 'zod';
import { jobFilterSchema, jobFilterText } from '@/lib/jobs/schema';
import { ALL_VERBS, SKIP_REASONS, type SkipReason } from './verbs';

/** What the commands take: the filter as `jobsQuery` writes it, and why. */
export const startBulkInput = z.object({
  filter: jobFilterText,
  reason: z.string().trim().max(500).optional(),
});

/** The query string of `/api/bulk/preview`: a verb beside the parts of a filter. */
export const previewQuery = z.intersection(
  z.object({ verb: z.enum(ALL_VERBS) }),
  z.object({}).loose().pipe(jobFilterSchema),
);

export const bulkParams = z.object({ id: z.uuid() });

/** The query string of `/api/bulk/[id]/outcomes`. `what`: `changed`, `skipped`, or one reason to skip. */
export const outcomesQuery = z.object({
  what: z.enum(['all', 'changed', 'skipped', ...(Object.keys(SKIP_REASONS) as SkipReason[])]).default('all'),
  after: z.uuid().nullable().default(null),
  before: z.uuid().nullable().default(null),
});
