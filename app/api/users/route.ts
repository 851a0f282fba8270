import { z } from 'zod';
import { listUsers } from '@/lib/auth/queries';
import { defineRoute } from '@/lib/web/route';

const place = z.string().max(100).nullable().default(null);

export const GET = defineRoute({
  permission: 'users.write',
  query: z.object({ q: z.string().max(200).default(''), after: place, before: place }),
  run: ({ query: { q, ...cursor } }) => listUsers(q, cursor),
});
