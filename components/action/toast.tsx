import Link from 'next/link';
import type { ReactNode } from 'react';

/** The body of a toast: a sentence, and where to go from here. */
export function Toast(props: { text?: ReactNode; href?: string; linkLabel?: string }) {
  const { text, href, linkLabel = 'Open it' } = props;
  return (
    <>
      {text} {href ? <Link href={href}>{linkLabel}</Link> : null}
    </>
  );
}
