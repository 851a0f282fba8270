import type { Json } from './mask-secrets';
import { MASKED } from './secret-keys';

/**
 * What can be filled into a form from a masked value: the value without its secrets, and where they stood (`login.password`,
 * `hosts.0.token`). A list that holds a secret is left out whole: without it, what comes after would move.
 */
export function withoutSecrets(masked: Json): { value: Json | undefined; secrets: string[] } {
  const secrets: string[] = [];
  const walk = (at: Json, path: string): Json | undefined => {
    if (typeof at === 'string') {
      if (!at.includes(MASKED)) return at;
      secrets.push(path);
      return undefined;
    }
    if (typeof at !== 'object' || at === null) return at;
    const join = (key: string | number) => (path ? `${path}.${key}` : String(key));
    if (Array.isArray(at)) {
      const before = secrets.length;
      const items = at.map((item, index) => walk(item, join(index)));
      return secrets.length > before ? undefined : (items as Json[]);
    }
    const kept = Object.entries(at).map(([key, child]) => [key, walk(child, join(key))] as const);
    return Object.fromEntries(kept.filter((entry): entry is [string, Json] => entry[1] !== undefined));
  };
  const value = walk(masked, '');
  return { value, secrets };
}
