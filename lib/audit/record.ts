import type { Actor } from '@/lib/auth/actor';
import type { Prisma, Tx } from '@/lib/db/client';
import { newId } from '@/lib/ids';

export interface AuditEntry {
  /** A verb of the console, such as `job.cancel`. */
  action: string;
  targetType: string;
  targetId: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
}

/** Writes one audit row in the caller's transaction, so that a write and its trace stand or fall together. */
export async function recordAudit(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({ data: { id: newId(), userId: actor.userId, actor: actor.name, ...entry } });
}
