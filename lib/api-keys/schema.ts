import { z } from 'zod';
import { Role } from '@/lib/db/generated/enums';

const MOST_DAYS = 3650;

/** What a new key is made from. `days` null: it doesn't expire. */
export const newApiKey = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Enter a name, such as what will use it.')
    .max(100, 'Use at most 100 characters.'),
  role: z.enum(Role),
  days: z.number().int().min(1).max(MOST_DAYS).nullable(),
});

export const apiKeyId = z.object({ id: z.string().max(100) });
