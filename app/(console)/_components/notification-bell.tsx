'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { BellButton } from '@/components/notification/bell';

const NotificationPanel = dynamic(() => import('../notifications/_components/notification-panel'), {
  ssr: false,
  loading: () => <BellButton opened onPress={() => undefined} />,
});

/** The bell of the navigation; the panel's code is fetched when it is first opened. */
export function NotificationBell() {
  const [opened, setOpened] = useState(false);
  const [wanted, setWanted] = useState(false);
  const bell = (
    <BellButton
      opened={opened}
      onPress={() => {
        setWanted(true);
        setOpened(!opened);
      }}
    />
  );
  if (!wanted) return bell;
  return (
    <NotificationPanel opened={opened} onClose={() => setOpened(false)}>
      {bell}
    </NotificationPanel>
  );
}
