'use client';

import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

const schemes: { value: MantineColorScheme; label: string; icon: typeof IconSun }[] = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'As the system', icon: IconDeviceDesktop },
];

/** The three ways to look, as items of a menu. Kept in this browser. */
export function SchemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return schemes.map((scheme) => (
    <Menu.Item
      key={scheme.value}
      role="menuitemradio"
      aria-checked={colorScheme === scheme.value}
      leftSection={<scheme.icon size={15} stroke={1.7} aria-hidden />}
      rightSection={colorScheme === scheme.value ? <IconCheck size={14} aria-hidden /> : null}
      onClick={() => setColorScheme(scheme.value)}
    >
      {scheme.label}
    </Menu.Item>
  ));
}
