import { z } from 'zod';

/** Most minutes between two syncs: a year. */
const MAX_INTERVAL_MINUTES = 366 * 24 * 60;

export const dataSourceId = z.object({ id: z.uuid() });

/** What the form sends. `parameters` are checked by the source's type. */
export const dataSourceInput = z.object({
  /** Absent: a new source. */
  id: z.uuid().optional(),
  name: z.string().trim().min(1, 'Enter a name.').max(100, 'At most 100 characters.'),
  type: z.string().min(1, 'Choose a type.'),
  url: z.string().trim().min(1, 'Enter the address or path.').max(2000, 'At most 2,000 characters.'),
  /** By name. A secret that is absent or empty keeps the stored one. */
  parameters: z.record(z.string(), z.unknown()).default({}),
  /** Names of the secret parameters to remove. */
  clearSecrets: z.array(z.string()).default([]),
  enabled: z.boolean().default(true),
  /** Null: synced only when somebody asks for it. */
  syncIntervalMinutes: z
    .int('Expected a whole number of minutes.')
    .min(1, 'At least 1 minute.')
    .max(MAX_INTERVAL_MINUTES, 'At most a year.')
    .nullable()
    .default(null),
  ignoreRules: z.string().max(20_000, 'At most 20,000 characters.').default(''),
  description: z.string().trim().max(2000, 'At most 2,000 characters.').default(''),
});

export type DataSourceInput = z.output<typeof dataSourceInput>;

/** Which files or sources to list, by a part of the name; `before` and `after` are cursors of the page listed last. */
export const listFilter = z.object({
  search: z.string().max(200).catch('').default(''),
  before: z.string().max(2000).nullable().catch(null).default(null),
  after: z.string().max(2000).nullable().catch(null).default(null),
});

export type ListFilter = z.output<typeof listFilter>;
