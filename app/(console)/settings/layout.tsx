import type { ReactNode } from 'react';
import classes from './_components/settings.module.css';
import { SettingsNav } from './_components/settings-nav';

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className={classes.layout}>
      <SettingsNav />
      <div className={classes.content}>{children}</div>
    </div>
  );
}
