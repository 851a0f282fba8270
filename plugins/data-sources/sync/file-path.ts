import { YardmasterError } from '@/lib/plugins';
import { LIMITS } from './limits';

/**
 * A path from an archive or a repository as a plain relative path below the folder that is filled.
 * @throws YardmasterError when it would lead out of it, or is too long or malformed to be stored.
 */
export function relativePath(path: string): string {
  const refused = (why: string) =>
    new YardmasterError('invalid_input', `The path '${path.slice(0, 200)}' ${why}.`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL is what is looked for.
  if (/\u0000|\ufffd/.test(path) || !path.isWellFormed()) throw refused('is not valid text');
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || parts.includes('..'))
    throw refused('leads outside of the source');
  if (parts.length === 0) throw refused('names no file');
  const relative = parts.join('/');
  if (Buffer.byteLength(relative) > LIMITS.pathBytes)
    throw refused(`is longer than ${LIMITS.pathBytes} bytes`);
  return relative;
}
