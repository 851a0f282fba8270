import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { config } from './config';
import { YardmasterError } from './errors';

/**
 * The installation's own secret: SECRET where it is set, else 48 random bytes made once and kept in
 * DATA_DIR/secret, readable by its owner alone. Every process of an installation must see the same one.
 */
export function installationSecret(): string {
  const { secret, dataDir } = config();
  if (secret) return secret;
  const file = path.join(dataDir, 'secret');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    mkdirSync(dataDir, { recursive: true });
    // Written whole, then linked: of two processes that start together exactly one makes the secret.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(48).toString('base64url'), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch {
      // The other process was first; its secret is the one.
    } finally {
      rmSync(draft, { force: true });
    }
    return readFileSync(file, 'utf8').trim();
  }
}

const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', installationSecret(), '', purpose, 32));

/** A key for one purpose (such as signing sessions), derived from the installation's secret; hex. */
export function derivedKey(purpose: string): string {
  return keyFor(purpose).toString('hex');
}

/** Seals a text with AES-256-GCM: `v1.<iv>.<tag>.<text>`, base64url. */
export function seal(text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor('seal'), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return ['v1', iv, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.');
}

/** Opens what `seal` made. @throws YardmasterError when it was sealed with another installation's secret. */
export function unseal(sealed: string): string {
  const [version, iv, tag, text] = sealed.split('.');
  try {
    if (version !== 'v1' || !iv || !tag || text === undefined) throw new Error('unknown form');
    const decipher = createDecipheriv('aes-256-gcm', keyFor('seal'), Buffer.from(iv, 'base64url'));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return decipher.update(Buffer.from(text, 'base64url'), undefined, 'utf8') + decipher.final('utf8');
  } catch (cause) {
    throw new YardmasterError(
      'configuration',
      'A stored secret cannot be opened: it was sealed with another SECRET. Enter it again, or restore the former SECRET.',
      { cause },
    );
  }
}
