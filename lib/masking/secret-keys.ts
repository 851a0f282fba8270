/** What stands in place of a secret. */
export const MASKED = '••••••';

// Against a key in lower case without separators: `db_password`, `X-Auth-Token` and `apiKey` all read alike.
const ANYWHERE =
  /password|passwd|passphrase|passwort|secret(?!ar)|credential|authorization|apikey|accesskey|privatekey|signingkey|encryptionkey|sharedkey|masterkey|connectionstring/;
const AT_THE_END = /(token|tokens|cookie|cookies|pwd|dsn|jwt|bearer|sshkey|sastoken|otp)$/;
const WHOLE = new Set(['auth', 'pass', 'pin', 'cvv', 'pem', 'sessionid', 'sid']);
// These may be numbers; under other telling names a number is a count, such as `tokens: 512`.
const ALSO_AS_NUMBER = /password|passwd|passphrase|passwort|pin$|otp$|cvv$/;

/** Whether what is kept under this name is a secret by its name alone. */
export function isSecretKey(key: string): boolean {
  const plain = plainKey(key);
  return ANYWHERE.test(plain) || AT_THE_END.test(plain) || WHOLE.has(plain);
}

/** Whether a value under a telling name tells a secret: nothing, a flag, an empty text or a count does not. */
export function tellsSecret(key: string, value: unknown): boolean {
  if (!isSecretKey(key) || value === null || value === '' || typeof value === 'boolean') return false;
  return typeof value !== 'number' || ALSO_AS_NUMBER.test(plainKey(key));
}

const plainKey = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, '');
