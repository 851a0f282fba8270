import { z } from 'zod';
import { jobsQuery } from '@/lib/jobs/job-filter';
import { ALL_SORTS } from '@/lib/jobs/job-sort';
import { jobFilterText } from '@/lib/jobs/schema';

const name = z.string().trim().min(1, 'expected a name').max(60);

/** A view to keep: the filter as `jobsQuery` writes it. */
export const newView = z.object({
  name,
  filter: jobFilterText.transform((filter) => jobsQuery(filter).toString()),
  sort: z.enum(ALL_SORTS as [string, ...string[]]),
  columns: z.array(z.string().max(40)).max(40),
  shared: z.boolean().default(false),
});

/** What of a view is to be different. */
export const viewChange = z.object({ id: z.uuid(), name: name.optional(), shared: z.boolean().optional() });

export const viewId = z.object({ id: z.uuid() });
