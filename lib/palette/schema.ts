import { z } from 'zod';

/** The query string of `/api/palette`. */
export const paletteQuery = z.object({ q: z.string().max(200).default('') });
