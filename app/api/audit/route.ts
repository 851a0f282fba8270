import { listAudit } from '@/lib/audit/queries';
import { auditQuery } from '@/lib/audit/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  permission: 'audit.view',
  query: auditQuery,
  run: ({ query: { olderThan, newerThan, limit, ...filter } }) =>
    listAudit(filter, { olderThan, newerThan }, limit),
});
