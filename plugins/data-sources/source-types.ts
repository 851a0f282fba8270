import { YardmasterError } from '@/lib/plugins';
import type { SourceType } from './source-type';
import { GitSource } from './types/git';
import { HttpSource } from './types/http';
import { LocalSource } from './types/local';

// Kept on globalThis: a bundler may load this module more than once in a process.
const held = globalThis as { yardmasterSourceTypes?: Map<string, SourceType> };
held.yardmasterSourceTypes ??= new Map();
const types: Map<string, SourceType> = held.yardmasterSourceTypes;

/** Adds a type of data source; call it from a plugin's `ready()`. The same key replaces the former one. */
export function registerSourceType(type: SourceType): void {
  if (!/^[a-z][a-z0-9_]*$/.test(type.key)) {
    throw new YardmasterError(
      'configuration',
      `A source type's key is lower case letters, digits and _, got '${type.key}'.`,
    );
  }
  types.set(type.key, type);
}

export function listSourceTypes(): SourceType[] {
  return [...types.values()];
}

/** @throws YardmasterError `invalid_input` when no plugin provides this type (any more). */
export function getSourceType(key: string): SourceType {
  const type = types.get(key);
  if (type) return type;
  const known = listSourceTypes()
    .map((each) => each.key)
    .join(', ');
  throw new YardmasterError('invalid_input', `No plugin provides the type '${key}'; there are ${known}.`);
}

for (const type of [new GitSource(), new HttpSource(), new LocalSource()]) {
  if (!types.has(type.key)) registerSourceType(type);
}
