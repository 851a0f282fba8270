import type { ReactNode } from 'react';
import classes from './faces.module.css';

interface FaceProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  role?: 'status' | 'alert';
}

/** The frame that the faces of an empty region share: an icon, what is so, why, and what to do. */
export function Face({ icon, title, children, action, role }: FaceProps) {
  return (
    <div className={classes.face} role={role}>
      {icon}
      <h2 className={classes.title}>{title}</h2>
      {children ? <div className={classes.text}>{children}</div> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
