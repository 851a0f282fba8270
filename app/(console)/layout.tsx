import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { logOutAction } from '@/app/(auth)/logout/actions';
import { ActorProvider } from '@/components/layout/actor-context';
import { ConsoleShell } from '@/components/layout/console-shell';
import { COLLAPSED, NAV_COOKIE } from '@/components/layout/nav-cookie';
import { offered } from '@/lib/auth/permissions';
import { config } from '@/lib/config';
import { requirePage } from '@/lib/web/actor';
import { LiveProvider } from '@/lib/web/live';
import { CommandPalette } from './_components/command-palette';
import { NotificationBell } from './_components/notification-bell';

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { name, permissions } = await requirePage('jobs.view');
  const { readOnly } = config();
  const navigation = (await cookies()).get(NAV_COOKIE)?.value;
  return (
    <LiveProvider>
      <ActorProvider actor={{ name, permissions: offered(permissions, readOnly), readOnly }}>
        <ConsoleShell
          initiallyCollapsed={navigation === COLLAPSED}
          signOut={logOutAction}
          bell={<NotificationBell />}
        >
          {children}
          <CommandPalette />
        </ConsoleShell>
      </ActorProvider>
    </LiveProvider>
  );
}
