import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { AUDIT_WINDOWS, type AuditCursor, type AuditFilter } from '@/lib/audit/audit-filter';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The audit's state in the URL: `?user=…&action=queue.pause&type=queue&target=low&time=24h&older=…`. */
export const auditParams = {
  user: parseAsString,
  action: parseAsString,
  type: parseAsString,
  target: parseAsString,
  time: parseAsStringLiteral(AUDIT_WINDOWS),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  older: parseAsString,
  newer: parseAsString,
};

export type AuditParams = inferParserType<typeof auditParams>;

export const loadAuditParams = createLoader(auditParams);
export const auditHref = createSerializer(auditParams);

/** What is read for an address; an empty or overlong part is none. */
export const filterOf = (params: AuditParams): AuditFilter => ({
  user: short(params.user),
  action: short(params.action),
  targetType: short(params.type),
  targetId: params.type ? short(params.target) : null,
  time: params.time,
  from: params.time ? null : (params.from?.toISOString() ?? null),
  to: params.time ? null : (params.to?.toISOString() ?? null),
});

export const cursorOf = ({ older, newer }: AuditParams): AuditCursor => ({
  olderThan: place(older),
  newerThan: place(newer),
});

const short = (text: string | null): string | null => text?.trim().slice(0, 200) || null;
const place = (id: string | null): string | null => (id && UUID.test(id) ? id : null);
