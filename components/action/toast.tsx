'use client';

import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { KeyHint } from '@/components/keyboard/key-hint';
import { useShortcut } from '@/components/keyboard/use-shortcut';
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
  // Of two toasts that can be undone the newest has the key.
  useShortcut({
    keys: 'z',
    label: 'Undo what was done last',
    group: 'Everywhere',
    run: undo,
    enabled: onUndo !== undefined && !pressed,
  });
  return (
    <span className={classes.toast}>
      {text ? <span>{text}</span> : null}
      {href ? <Link href={href}>{linkLabel}</Link> : null}
      {onUndo ? (
        <button type="button" className={classes.undo} onClick={undo} disabled={pressed}>
          Undo <KeyHint keys="z" quiet />
        </button>
      ) : null}
    </span>
  );
}
