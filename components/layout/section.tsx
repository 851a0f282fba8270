import { type ReactNode, useId } from 'react';
import classes from './page-header.module.css';

interface SectionProps {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page, edge to edge: no card, one line above its content. */
export function Section({ title, note, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={classes.section}>
        <h2 id={id}>{title}</h2>
        {note ? <span className={classes.note}>{note}</span> : null}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}
