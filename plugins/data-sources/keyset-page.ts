/** One page of a list that is ordered by a unique text. */
export interface KeysetPage<Item> {
  items: Item[];
  /** Cursor for `after`; null on the last page. */
  next: string | null;
  /** Cursor for `before`; null on the first page. */
  previous: string | null;
}

/**
 * Makes a page of the rows that were read from a cursor on, in reading order and one more than the page holds.
 * The cursor of a row is the text that orders it.
 */
export function keysetPage<Row, Item>(
  rows: readonly Row[],
  page: {
    size: number;
    backwards: boolean;
    cursor: string | null;
    keyOf(row: Row): string;
    toItem(row: Row): Item;
  },
): KeysetPage<Item> {
  const more = rows.length > page.size;
  const shown = rows.slice(0, page.size);
  if (page.backwards) shown.reverse();
  const first = shown.at(0);
  const last = shown.at(-1);
  const beyond = page.cursor !== null;
  const [hasNext, hasPrevious] = page.backwards ? [beyond, more] : [more, beyond];
  return {
    items: shown.map(page.toItem),
    next: last !== undefined && hasNext ? page.keyOf(last) : null,
    previous: first !== undefined && hasPrevious ? page.keyOf(first) : null,
  };
}
