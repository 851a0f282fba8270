import { z } from 'zod';
import { listUsers } from '@/lib/auth/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'users.write',
  query: z.object({ q: z.string().max(200).default('') }),
  run: ({ query }) => listUsers(query.q),
});
