'use client';

import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import classes from './toast.module.css';

interface ToastProps {
  text?: ReactNode;
  href?: string;
  linkLabel?: string;
  onUndo?: () => void;
}

/** The body of a toast: a sentence, where to go from here, and the way back. */
export function Toast({ text, href, linkLabel = 'Open it', onUndo }: ToastProps) {
  const [pressed, setPressed] = useState(false);
  const undo = () => {
    setPressed(true);
    onUndo?.();
  };
  return (
    <span className={classes.toast}>
      {text ? <span>{text}</span> : null}
      {href ? <Link href={href}>{linkLabel}</Link> : null}
      {onUndo ? (
        <button type="button" className={classes.undo} onClick={undo} disabled={pressed}>
          Undo
        </button>
      ) : null}
    </span>
  );
}
