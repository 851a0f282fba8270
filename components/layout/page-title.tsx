'use client';

import { useLayoutEffect } from 'react';

interface PageTitleProps {
  /** What says in a character or two how it is, such as ✓ or (3); null where there is nothing to say. */
  sign: string | null;
  name: string;
}

/** Keeps the tab's title true while one looks elsewhere: how the thing is, its name, the console's name. */
export function PageTitle({ sign, name }: PageTitleProps) {
  const title = `${sign ? `${sign} ` : ''}${name} · Yardmaster`;
  // The page's own title may come to the head after this one. A layout effect is taken back before the next page's is set.
  useLayoutEffect(() => {
    const say = () => {
      if (document.title !== title) document.title = title;
    };
    say();
    const observer = new MutationObserver(say);
    observer.observe(document.head, { subtree: true, childList: true, characterData: true });
    return () => observer.disconnect();
  }, [title]);
  return null;
}
