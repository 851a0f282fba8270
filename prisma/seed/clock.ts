/** The world's time and chance: everything hangs on one `now`, and the same `now` gives the same world. */
export interface Clock {
  readonly now: Date;
  /** A moment this many minutes before now; negative lies ahead. */
  ago(minutes: number): Date;
  /** A uuid version 7 as if made at that moment, so that seeded rows sort where they belong. */
  idAt(moment: Date): string;
  /** At least 0, below 1. */
  random(): number;
  /** One of the list. */
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

const MINUTE_MS = 60_000;

export function clockAt(now: Date): Clock {
  let state = 20_261_123;
  let made = 0;
  // mulberry32: small, and good enough to scatter rows.
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
  return {
    now,
    ago: (minutes) => new Date(now.getTime() - minutes * MINUTE_MS),
    idAt(moment) {
      made = (made + 1) & 0xfff;
      const ms = moment.getTime().toString(16).padStart(12, '0');
      return `${ms.slice(0, 8)}-${ms.slice(8)}-7${made.toString(16).padStart(3, '0')}-8${hex(3)}-${hex(12)}`;
    },
    random,
    pick: (items) => items[Math.floor(random() * items.length)] ?? items[0],
  };
}
