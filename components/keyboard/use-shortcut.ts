'use client';

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { strokeOf } from './keys';
import { type Shortcut, Shortcuts } from './shortcuts';

const shortcuts = new Shortcuts();
let users = 0;
let heldUntil = 0;
/** A field whose code never comes must not keep the keys for good. */
const HOLD_AT_MOST_MS = 5_000;

/**
 * Gives keys a meaning while the component is on the page, and a line in the list that `?` opens. Nothing happens while
 * somebody types (unless Mod is held) or a dialog is open, and Enter and Space stay with a button or link in focus.
 * `enabled` (default true): false takes the keys back, for what can't be done just now.
 */
export function useShortcut({
  keys,
  label,
  group,
  run,
  enabled = true,
}: Shortcut & { enabled?: boolean }): void {
  const onPressed = useEffectEvent(run);
  useEffect(() => {
    if (!enabled) return;
    const remove = shortcuts.add({ keys, label, group, run: () => onPressed() });
    if (users === 0) document.addEventListener('keydown', onKeyDown);
    users += 1;
    return () => {
      remove();
      users -= 1;
      if (users === 0) document.removeEventListener('keydown', onKeyDown);
    };
  }, [keys, label, group, enabled]);
}

/** Keeps plain keys from the shortcuts until told otherwise: they are meant for a field that is still on its way. */
export function holdKeys(hold: boolean): void {
  heldUntil = hold ? performance.now() + HOLD_AT_MOST_MS : 0;
}

const none: readonly Shortcut[] = [];

/** What can be pressed on the page as it stands. */
export const useShortcuts = (): readonly Shortcut[] =>
  useSyncExternalStore(shortcuts.watch, shortcuts.list, () => none);

function onKeyDown(event: KeyboardEvent): void {
  const isModifier = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key);
  if (event.defaultPrevented || event.isComposing || event.repeat || isModifier) return;
  if (isMeantForAnother(event) || isMeantForTheTarget(event)) return;
  const found = shortcuts.press(strokeOf(event), event.timeStamp);
  if (found === null) return;
  event.preventDefault();
  if (found !== 'begun') found.run();
}

// A dialog that has just opened may not have the focus yet.
const isMeantForAnother = ({ metaKey, ctrlKey }: KeyboardEvent): boolean =>
  (performance.now() < heldUntil && !metaKey && !ctrlKey) ||
  document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

const TYPED_IN = 'input, textarea, select, [contenteditable], [role="textbox"], [role="combobox"]';
const PRESSED = 'a[href], button, summary, [role="button"], [role="menuitem"], [role="tab"]';

function isMeantForTheTarget({ target, key, metaKey, ctrlKey }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="dialog"], dialog, [role="menu"]')) return true;
  if (target.closest(TYPED_IN) && !isTicked(target)) return !(metaKey || ctrlKey);
  return (key === 'Enter' || key === ' ') && target.closest(PRESSED) !== null;
}

// A box that is ticked takes no text: after a press on it, the list's keys go on working.
const isTicked = (target: Element): boolean => target.matches('input[type="checkbox"], input[type="radio"]');
