import { ownIdOf } from '@/lib/auth/own-id';
import { listSessions } from '@/lib/auth/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'jobs.view',
  run: ({ actor, sessionId }) => listSessions(ownIdOf(actor), sessionId),
});
