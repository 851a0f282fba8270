import { readAuditFacets } from '@/lib/audit/queries';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({ permission: 'audit.view', run: () => readAuditFacets() });
