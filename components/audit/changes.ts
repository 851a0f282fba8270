/** One value that a write changed; a side is null where there was nothing to tell. */
export interface Change {
  name: string;
  before: string | null;
  after: string | null;
}

/** What differs between two states, value by value; what stayed the same is left out. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [old, next] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...next.keys()])]
    .map((name) => ({ name, before: old.get(name) ?? null, after: next.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}

function fieldsOf(state: unknown): Map<string, string> {
  if (state === null || state === undefined) return new Map();
  if (typeof state !== 'object' || Array.isArray(state)) return new Map([['value', textOf(state)]]);
  return new Map(Object.entries(state).map(([name, value]) => [wordsOf(name), textOf(value)]));
}

const textOf = (value: unknown): string => {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** `intervalMinutes` and `interval_minutes` are "interval minutes". */
const wordsOf = (name: string): string =>
  name
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
