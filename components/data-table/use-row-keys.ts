'use client';

import type { RefObject } from 'react';
import { useShortcut } from '@/components/keyboard/use-shortcut';

const GROUP = 'This list';

/**
 * `j` and `k` go through the rows of the tables in `list`, by the focus, so that Enter opens the row and whoever hears the page
 * hears it; `x` ticks the row in focus.
 */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  onToggle: (key: string, range: boolean) => void,
): void {
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])];
  const current = () => document.activeElement?.closest<HTMLElement>('tr[data-row]') ?? null;
  const move = (by: 1 | -1) => {
    const all = rows();
    const here = current();
    const at = here ? all.indexOf(here) : -1;
    const row = at < 0 ? all.at(by > 0 ? 0 : -1) : all[Math.min(all.length - 1, Math.max(0, at + by))];
    row?.querySelector('a')?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  const toggle = (range: boolean) => {
    const key = current()?.dataset.row;
    if (key) onToggle(key, range);
  };
  useShortcut({ keys: 'j', label: 'Next row', group: GROUP, run: () => move(1) });
  useShortcut({ keys: 'k', label: 'Previous row', group: GROUP, run: () => move(-1) });
  useShortcut({
    keys: 'Enter',
    label: 'Open the row',
    group: GROUP,
    run: () => current()?.querySelector('a')?.click(),
  });
  useShortcut({ keys: 'x', label: 'Select the row', group: GROUP, run: () => toggle(false) });
  useShortcut({ keys: 'Shift+X', label: 'Select up to the row', group: GROUP, run: () => toggle(true) });
}
