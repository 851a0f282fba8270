/**
 * Keys with which programs act as their owners: 256 random bits, of which only the SHA-256 is stored; with that many there is
 * nothing to guess, so no slow hash is needed.
 */
import { createHash, randomBytes } from 'node:crypto';
import { db } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import type { Actor } from './actor';
import { lesserRole, permissionsOf } from './permissions';

const FORM = /^ym_[\w-]{43}$/;
const PREFIX_LENGTH = 10;
/** How exactly `lastUsedAt` is kept: a key in use costs one write in this time. */
const LAST_USED_MS = 60_000;

/** A new key: the text that is shown once, and what of it is stored. */
export function makeApiKey(): { text: string; prefix: string; sha256: string } {
  const text = `ym_${randomBytes(32).toString('base64url')}`;
  return { text, prefix: text.slice(0, PREFIX_LENGTH), sha256: sha256(text) };
}

/**
 * Who acts with this key: its owner, with the key's role or their own, whichever is less. Null when there is no such key, it
 * has expired, or its owner is disabled.
 */
export async function findApiKey(text: string): Promise<{ id: string; actor: Actor; role: Role } | null> {
  if (!FORM.test(text)) return null;
  const now = new Date();
  const key = await db().apiKey.findUnique({
    where: { sha256: sha256(text) },
    include: { user: { select: { id: true, name: true, role: true, disabledAt: true } } },
  });
  if (!key || key.user.disabledAt || (key.expiresAt && key.expiresAt <= now)) return null;
  const stale = new Date(now.getTime() - LAST_USED_MS);
  if (!key.lastUsedAt || key.lastUsedAt < stale) {
    await db().apiKey.updateMany({
      where: { id: key.id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: stale } }] },
      data: { lastUsedAt: now },
    });
  }
  const role = lesserRole(key.role, key.user.role);
  const name = `${key.user.name}, by the key ${key.name}`;
  return { id: key.id, role, actor: { userId: key.user.id, name, permissions: permissionsOf(role) } };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
