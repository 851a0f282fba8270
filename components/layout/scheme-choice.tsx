'use client';

import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useInBrowser } from '@/components/time/use-now';
import classes from './user-menu.module.css';

const schemes: { value: MantineColorScheme; label: string; icon: typeof IconSun }[] = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'As the system', icon: IconDeviceDesktop },
];

/** The three ways to look. Kept in this browser. */
export function SchemeChoice({ name }: { name: string }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const inBrowser = useInBrowser();
  return (
    <fieldset className={classes.schemes}>
      <legend>Appearance</legend>
      {schemes.map((scheme) => (
        <label key={scheme.value} className={classes.item}>
          <input
            type="radio"
            name={name}
            checked={inBrowser && colorScheme === scheme.value}
            onChange={() => setColorScheme(scheme.value)}
          />
          <scheme.icon size={15} stroke={1.7} aria-hidden />
          {scheme.label}
        </label>
      ))}
    </fieldset>
  );
}
