import { z } from 'zod';
import { AUDIT_PAGE_SIZE, AUDIT_WINDOWS } from './audit-filter';

const text = z.string().min(1).max(200).nullable().catch(null).default(null);
const moment = z.iso.datetime().nullable().catch(null).default(null);
const id = z.uuid().nullable().catch(null).default(null);

/** A page of the audit as an address asks for it; a part that makes no sense is left open. */
export const auditQuery = z.object({
  user: text,
  action: text,
  targetType: text,
  targetId: text,
  time: z.enum(AUDIT_WINDOWS).nullable().catch(null).default(null),
  from: moment,
  to: moment,
  olderThan: id,
  newerThan: id,
  limit: z.coerce.number().int().min(1).max(100).catch(AUDIT_PAGE_SIZE).default(AUDIT_PAGE_SIZE),
});
