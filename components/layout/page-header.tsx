import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './page-header.module.css';

interface PageHeaderProps {
  title: ReactNode;
  /** The list this record belongs to. */
  parent?: { href: string; label: string };
  /** Beside the title: a badge, a count. */
  beside?: ReactNode;
  /** Top right; the primary action stands last. */
  actions?: ReactNode;
}

/** The top of every page: where one is on the left, what one can do on the right. */
export function PageHeader({ title, parent, beside, actions }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <div className={classes.title}>
        {parent ? (
          <Link className={classes.crumb} href={parent.href} title={parent.label}>
            {parent.label}
          </Link>
        ) : null}
        <h1>{title}</h1>
        {beside}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  );
}
