import { createHash, randomBytes } from 'node:crypto';
import { db, type Tx } from '@/lib/db/client';
import type { LinkKind, Role } from '@/lib/db/generated/enums';
import { YardmasterError } from '@/lib/errors';
import { newId } from '@/lib/ids';

const HOUR_MS = 60 * 60 * 1000;
/** How long a link works, unless it is used or replaced before. */
export const LINK_VALID_MS: Record<LinkKind, number> = {
  invitation: 72 * HOUR_MS,
  password_reset: 24 * HOUR_MS,
};

export interface OneTimeLink {
  id: string;
  email: string;
  role: Role;
  userId: string | null;
}

/** A new token for a link; it replaces the one of the same kind for the same address. Only its hash is stored. */
export async function issueLink(
  tx: Tx,
  link: { kind: LinkKind; email: string; role: Role; userId?: string },
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + LINK_VALID_MS[link.kind]);
  await tx.oneTimeLink.deleteMany({
    where: { OR: [{ kind: link.kind, email: link.email }, { expiresAt: { lt: new Date() } }] },
  });
  await tx.oneTimeLink.create({ data: { id: newId(), ...link, sha256: sha256(token), expiresAt } });
  return { token, expiresAt };
}

/** The link of a token, or null when it was used, replaced or has expired. */
export function findLink(kind: LinkKind, token: string, tx: Tx = db()): Promise<OneTimeLink | null> {
  return tx.oneTimeLink.findFirst({
    where: { kind, sha256: sha256(token), expiresAt: { gt: new Date() } },
    select: { id: true, email: true, role: true, userId: true },
  });
}

/** Uses a link up; of two at once, one wins. @throws YardmasterError `conflict` when it no longer works */
export async function spendLink(tx: Tx, kind: LinkKind, token: string): Promise<OneTimeLink> {
  const link = await findLink(kind, token, tx);
  const { count } = await tx.oneTimeLink.deleteMany({ where: { id: link?.id ?? '' } });
  if (link && count === 1) return link;
  throw new YardmasterError(
    'conflict',
    'This link was used or replaced, or it has expired. Ask an administrator for a new one.',
  );
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
