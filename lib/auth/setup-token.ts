import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { db, type Tx } from '@/lib/db/client';

const KEY = 'setup_token';
const stored = z.object({ sha256: z.string() });

/** Whether anybody can sign in at all; until then there is only the setup link. */
export async function hasUsers(tx: Tx = db()): Promise<boolean> {
  return (await tx.user.findFirst({ select: { id: true } })) !== null;
}

/**
 * A new one-time token for the setup link (`/setup?token=…`), or null when a user exists already.
 * Only its hash is stored; it is valid until it is used or another one is issued.
 */
export async function issueSetupToken(): Promise<string | null> {
  return db().$transaction(async (tx) => {
    await lockSetup(tx);
    if (await hasUsers(tx)) return null;
    const token = randomBytes(32).toString('base64url');
    const value = { sha256: sha256(token).toString('hex') };
    await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
    return token;
  });
}

/** Whether a setup link would work just now. */
export async function isSetupTokenValid(token: string, tx: Tx = db()): Promise<boolean> {
  if (await hasUsers(tx)) return false;
  const setting = await tx.setting.findUnique({ where: { key: KEY } });
  const known = stored.safeParse(setting?.value);
  return known.success && timingSafeEqual(Buffer.from(known.data.sha256, 'hex'), sha256(token));
}

/** Uses the token up. */
export async function forgetSetupToken(tx: Tx): Promise<void> {
  await tx.setting.deleteMany({ where: { key: KEY } });
}

/** Lets one at a time issue or use a token; held until the caller's transaction ends. */
export async function lockSetup(tx: Tx): Promise<void> {
  await tx.$executeRawUnsafe(`SELECT pg_advisory_xact_lock(hashtextextended('yardmaster.setup', 0))`);
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
