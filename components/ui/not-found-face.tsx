import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Face } from './face';

/** The address is well formed, but there is nothing at it (any more). */
export function NotFoundFace(props: {
  title: string;
  children: ReactNode;
  back: { href: string; label: string };
}) {
  return (
    <Face
      icon={<IconMapQuestion size={28} stroke={1.5} aria-hidden />}
      title={props.title}
      action={
        <Button component={Link} href={props.back.href} variant="default">
          {props.back.label}
        </Button>
      }
    >
      {props.children}
    </Face>
  );
}
