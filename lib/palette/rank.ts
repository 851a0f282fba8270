import type { PaletteEntry, PaletteKind } from './thing';

const kinds: readonly PaletteKind[] = ['page', 'queue', 'schedule', 'data source', 'runner', 'worker', 'job'];

/** The words of what was typed, in lower case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

/**
 * The entries that hold every word, best first: the whole label, its beginning, the beginnings of its words, anything
 * else. Equals stand by how recently they were chosen (`recent`: keys, newest first), then by kind and name.
 */
export function rankEntries(
  entries: readonly PaletteEntry[],
  text: string,
  recent: readonly string[] = [],
): PaletteEntry[] {
  const words = wordsOf(text);
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, words) }))
    .filter((ranked): ranked is { entry: PaletteEntry; score: number } => ranked.score !== null)
    .sort(
      (a, b) =>
        a.score - b.score ||
        placeOf(recent, a.entry) - placeOf(recent, b.entry) ||
        Number(a.entry.verb !== null) - Number(b.entry.verb !== null) ||
        kinds.indexOf(a.entry.thing.kind) - kinds.indexOf(b.entry.thing.kind) ||
        a.entry.label.localeCompare(b.entry.label),
    )
    .map(({ entry }) => entry);
}

function scoreOf({ label, thing: { detail, kind } }: PaletteEntry, words: readonly string[]): number | null {
  const name = label.toLowerCase();
  const rest = `${kind} ${detail.toLowerCase()}`;
  if (!words.every((word) => name.includes(word) || rest.includes(word))) return null;
  const text = words.join(' ');
  if (name === text) return 0;
  if (name.startsWith(text)) return 1;
  if (words.every((word) => beginsAWord(name, word))) return 2;
  return words.every((word) => name.includes(word)) ? 3 : 4;
}

const beginsAWord = (name: string, word: string): boolean =>
  name.split(/[\s:._/-]+/).some((part) => part.startsWith(word)) || name.includes(` ${word}`);

function placeOf(recent: readonly string[], { key }: PaletteEntry): number {
  const at = recent.indexOf(key);
  return at === -1 ? recent.length : at;
}
