'use client';

import { IconSearch } from '@tabler/icons-react';
import { KeyHint } from '@/components/keyboard/key-hint';
import { openPalette } from './openings';
import classes from './palette-button.module.css';

/** Opens the command palette; the keys that do the same stand in it. */
export function PaletteButton() {
  return (
    <button
      type="button"
      className={classes.button}
      onClick={openPalette}
      aria-keyshortcuts="Meta+K Control+K"
      aria-haspopup="dialog"
      title="Search and commands"
    >
      <IconSearch size={16} stroke={1.7} aria-hidden />
      <span className={classes.label}>Search…</span>
      <KeyHint keys="Mod+K" quiet />
    </button>
  );
}
