'use client';

import { useEffect } from 'react';

interface PageTitleProps {
  /** One character that says how it is, such as ✓; null where there is nothing to say. */
  sign: string | null;
  name: string;
}

/** Keeps the tab's title true while one looks elsewhere: how the thing is, its name, the console's name. */
export function PageTitle({ sign, name }: PageTitleProps) {
  const title = `${sign ? `${sign} ` : ''}${name} · Yardmaster`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
