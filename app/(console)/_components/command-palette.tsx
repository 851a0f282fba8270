'use client';

import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { runAction } from '@/components/action/run-action';
import { useShortcut } from '@/components/keyboard/use-shortcut';
import type { NavItem } from '@/components/layout/nav-items';
import { useNavItems } from '@/components/layout/use-nav-items';
import { openPalette, useOpenings } from '@/components/palette/openings';
import type { PaletteThing } from '@/lib/palette/thing';
import { doVerb } from './palette-verbs';

const Palette = dynamic(() => import('@/components/palette/palette'), { ssr: false });

const pageOf = ({ href, label }: NavItem): PaletteThing => ({
  kind: 'page',
  id: href,
  label,
  detail: '',
  href,
  verbs: [],
});

/** The palette and its keys; its code is fetched when it is first opened. */
export function CommandPalette() {
  const opening = useOpenings();
  const queryClient = useQueryClient();
  const pages = useNavItems().map(pageOf);
  useShortcut({ keys: 'Mod+K', label: 'Search and commands', group: 'Everywhere', run: openPalette });
  if (opening === 0) return null;
  const renew = () => void queryClient.invalidateQueries();
  return (
    <Palette
      opening={opening}
      pages={pages}
      onVerb={(entry) => doVerb(entry, ({ action, words }) => void runAction(action, words, renew))}
    />
  );
}
