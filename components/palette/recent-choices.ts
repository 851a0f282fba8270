import type { PaletteEntry } from '@/lib/palette/thing';

const KEY = 'yardmaster_palette';
const KEPT = 8;

/** What was chosen in the palette of this browser, newest first. Nothing where the browser keeps nothing. */
export function recentChoices(): PaletteEntry[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isEntry).slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function rememberChoice(entry: PaletteEntry): void {
  const others = recentChoices().filter(({ key }) => key !== entry.key);
  try {
    localStorage.setItem(KEY, JSON.stringify([entry, ...others].slice(0, KEPT)));
  } catch {
    // A browser that keeps nothing: the next palette begins with the pages.
  }
}

/** For signing out: the next to sit here is not told what this one did. */
export function forgetChoices(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

// Kept by an older version, perhaps.
const isEntry = (value: unknown): value is PaletteEntry =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  'label' in value &&
  'thing' in value &&
  typeof value.thing === 'object' &&
  value.thing !== null &&
  'href' in value.thing &&
  'kind' in value.thing;
