import { isSameStroke, parseKeys, type Stroke } from './keys';

/** Where a shortcut stands in the list that `?` opens. */
export type ShortcutGroup = 'Everywhere' | 'Go to' | 'This list' | 'This page';

export interface Shortcut {
  /** `j`, `?`, `g j` (one after the other), `Mod+K`, `Shift+X`, `Escape`. */
  keys: string;
  /** What it does, as a menu would say it: "Cancel the job". */
  label: string;
  group: ShortcutGroup;
  run: () => void;
}

interface Entry {
  shortcut: Shortcut;
  strokes: readonly Stroke[];
}

/** How long the second key of a sequence may keep one waiting, in milliseconds. */
const SEQUENCE_WITHIN_MS = 1_500;

/** The shortcuts of the page as it stands. Where two ask for the same keys, the one registered last has them. */
export class Shortcuts {
  #entries: readonly Entry[] = [];
  #list: readonly Shortcut[] = [];
  readonly #watchers = new Set<() => void>();
  #begun: readonly Stroke[] = [];
  #begunAt = 0;

  /** Registers a shortcut. Returns the way to take it back. */
  add(shortcut: Shortcut): () => void {
    const entry = { shortcut, strokes: parseKeys(shortcut.keys) };
    this.#become([...this.#entries, entry]);
    return () => this.#become(this.#entries.filter((each) => each !== entry));
  }

  /** What can be pressed now, each key once; the same array until something changes. */
  readonly list = (): readonly Shortcut[] => this.#list;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** The shortcut that this press completes; `begun` while it may be the first of several; null for anything else. */
  press(stroke: Stroke, now: number): Shortcut | 'begun' | null {
    const isLate = now - this.#begunAt > SEQUENCE_WITHIN_MS;
    const pressed = [...(isLate ? [] : this.#begun), stroke];
    const found = this.#find(pressed) ?? (pressed.length > 1 ? this.#find([stroke]) : undefined);
    if (!found) {
      this.#begun = [];
      return null;
    }
    const isWhole = found.entry.strokes.length === found.pressed.length;
    this.#begun = isWhole ? [] : found.pressed;
    this.#begunAt = now;
    return isWhole ? found.entry.shortcut : 'begun';
  }

  #find(pressed: readonly Stroke[]): { entry: Entry; pressed: readonly Stroke[] } | undefined {
    const entry = this.#entries.findLast(({ strokes }) =>
      pressed.every((stroke, at) => {
        const asked = strokes[at];
        return asked !== undefined && isSameStroke(asked, stroke);
      }),
    );
    return entry && { entry, pressed };
  }

  #become(entries: readonly Entry[]): void {
    this.#entries = entries;
    this.#list = entries
      .filter(
        ({ shortcut }, at) => entries.findLastIndex((other) => other.shortcut.keys === shortcut.keys) === at,
      )
      .map(({ shortcut }) => shortcut);
    for (const watcher of this.#watchers) watcher();
  }
}
