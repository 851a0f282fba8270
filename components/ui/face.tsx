import type { ReactNode } from 'react';
import classes from './faces.module.css';

interface FaceProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  role?: 'status' | 'alert';
  /** It is all that the page shows, so its title is the page's. */
  wholePage?: boolean;
}

/** The frame that the faces of an empty region share: an icon, what is so, why, and what to do. */
export function Face({ icon, title, children, action, role, wholePage }: FaceProps) {
  const Title = wholePage ? 'h1' : 'h2';
  return (
    <div className={classes.face} role={role}>
      {icon}
      <Title className={classes.title}>{title}</Title>
      {children ? <div className={classes.text}>{children}</div> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
