import { IconMapQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Face } from './face';
import { LinkButton } from './link-button';

/** The address is well formed, but there is nothing at it (any more). */
export function NotFoundFace(props: {
  title: string;
  children: ReactNode;
  back: { href: string; label: string };
}) {
  return (
    <Face
      wholePage
      icon={<IconMapQuestion size={28} stroke={1.5} aria-hidden />}
      title={props.title}
      action={<LinkButton href={props.back.href}>{props.back.label}</LinkButton>}
    >
      {props.children}
    </Face>
  );
}
