import { useSyncExternalStore } from 'react';
import { holdKeys } from '@/components/keyboard/use-shortcut';

const watchers = new Set<() => void>();
let openings = 0;

/**
 * Opens the command palette, from wherever there is a button for it. What is typed before its field has the focus is not
 * meant for the page.
 */
export function openPalette(): void {
  holdKeys(true);
  openings += 1;
  for (const watcher of watchers) watcher();
}

/** Counts up with every opening; 0 until the first. */
export const useOpenings = (): number =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => openings,
    () => 0,
  );
