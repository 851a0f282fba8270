'use client';

import { MantineProvider } from '@mantine/core';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { theme } from './theme';

// Nothing to show until somebody does something: not worth the first load's time.
const Notifications = dynamic(() => import('@mantine/notifications').then((module) => module.Notifications), {
  ssr: false,
});

/** Mantine with the console's theme, and the corner in which toasts appear. */
export function ThemeProvider({ children, nonce }: { children: ReactNode; nonce?: string }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={nonce ? () => nonce : undefined}>
      {children}
      <Notifications position="bottom-right" limit={4} autoClose={6000} />
    </MantineProvider>
  );
}
