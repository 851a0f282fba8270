import type { Actor } from '@/lib/auth/actor';
import type { Prisma, Tx } from '@/lib/db/client';
import { EVENTS_CHANNEL } from '@/lib/events/publish';
import { newId } from '@/lib/ids';
import { type Json, maskSecrets } from '@/lib/masking/mask-secrets';

export interface AuditEntry {
  /** A verb of the console, such as `job.cancel`. */
  action: string;
  targetType: string;
  targetId: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
}

/**
 * Writes one audit row in the caller's transaction, so that a write and its trace stand or fall together. Secrets in `before`
 * and `after` are masked before they are stored: whoever reads the audit is not whoever may read them.
 */
export async function recordAudit(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  const { before, after, ...what } = entry;
  await tx.auditEvent.create({
    data: {
      id: newId(),
      userId: actor.userId,
      actor: actor.name,
      ...what,
      ...(before === undefined ? {} : { before: masked(before) }),
      ...(after === undefined ? {} : { after: masked(after) }),
    },
  });
  // With the commit, so that whoever looks at the audit reads it again when the row is there.
  await tx.$executeRawUnsafe('SELECT pg_notify($1, $2)', EVENTS_CHANNEL, '["audit"]');
}

const masked = (value: Prisma.InputJsonValue) => maskSecrets(value as Json) as Prisma.InputJsonValue;
