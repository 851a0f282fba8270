'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useShortcut } from '@/components/keyboard/use-shortcut';
import type { NavItem } from './nav-items';
import { useNavItems } from './use-nav-items';

const ShortcutList = dynamic(() => import('@/components/keyboard/shortcut-list'), { ssr: false });

/** The keys that work on every page: `?` for the list of keys, `g` and a letter to go to a page. */
export function ShellShortcuts() {
  const [opened, setOpened] = useState(false);
  const [wanted, setWanted] = useState(false);
  useShortcut({
    keys: '?',
    label: 'Keyboard shortcuts',
    group: 'Everywhere',
    run: () => {
      setWanted(true);
      setOpened(true);
    },
  });
  return (
    <>
      {useNavItems().map((item) =>
        item.keys ? <GoTo key={item.href} item={item} keys={item.keys} /> : null,
      )}
      {wanted ? <ShortcutList opened={opened} onClose={() => setOpened(false)} /> : null}
    </>
  );
}

function GoTo({ item: { href, label }, keys }: { item: NavItem; keys: string }) {
  const router = useRouter();
  useShortcut({ keys, label, group: 'Go to', run: () => router.push(href) });
  return null;
}
