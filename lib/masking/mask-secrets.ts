import { MASKED, tellsSecret } from './secret-keys';
import { maskText } from './secret-text';

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Part of a JSON schema, as far as it is read to find what is marked `secret`. */
export type SchemaNode = { [key: string]: unknown };

/** Says of a place which parts of the schema describe it; the root first. */
export interface SecretSchema {
  root: SchemaNode;
  /** The schemas of a child, `key` being a property's name or an index. */
  childrenOf(node: SchemaNode, key: string): SchemaNode[];
  isSecret(node: SchemaNode): boolean;
}

/**
 * A copy of a value in which every secret is `••••••`: what stands under a telling name (password, token, …), what the schema
 * marks with `.meta({ secret: true })`, and what can be told by its form inside a text. `onSecret` learns each masked text.
 */
export function maskSecrets(value: Json, schema?: SecretSchema, onSecret?: (secret: string) => void): Json {
  return mask(value, schema ? [schema.root] : []);

  function mask(at: Json, nodes: readonly SchemaNode[]): Json {
    if (schema && nodes.some((node) => schema.isSecret(node))) return hide(at);
    if (typeof at === 'string') return maskText(at);
    if (typeof at !== 'object' || at === null) return at;
    const childNodes = (key: string) => (schema ? nodes.flatMap((node) => schema.childrenOf(node, key)) : []);
    if (Array.isArray(at)) return at.map((item, index) => mask(item, childNodes(String(index))));
    return Object.fromEntries(
      Object.entries(at).map(([key, child]) => [
        key,
        tellsSecret(key, child) ? hide(child) : mask(child, childNodes(key)),
      ]),
    );
  }

  function hide(secret: Json): Json {
    if (secret === null) return null;
    if (onSecret) for (const text of textsOf(secret)) onSecret(text);
    return MASKED;
  }
}

/** Every text and number in a value. */
export function textsOf(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

/**
 * What somebody sends back after editing a masked value: wherever it still says `••••••`, what is stored at that place.
 */
export function restoreSecrets(edited: Json, stored: Json | undefined): Json {
  if (edited === MASKED) return stored === undefined ? edited : stored;
  if (typeof edited !== 'object' || edited === null) return edited;
  const known = typeof stored === 'object' && stored !== null ? stored : {};
  const of = (key: string | number): Json | undefined =>
    Object.hasOwn(known, key) ? (known as Record<string, Json>)[key] : undefined;
  if (Array.isArray(edited)) return edited.map((item, index) => restoreSecrets(item, of(index)));
  return Object.fromEntries(
    Object.entries(edited).map(([key, child]) => [key, restoreSecrets(child, of(key))]),
  );
}
