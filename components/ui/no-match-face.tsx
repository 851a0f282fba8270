import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Face } from './face';

/** There are records, but none that fit the filter. */
export function NoMatchFace(props: { title: string; onClear: () => void; children?: ReactNode }) {
  return (
    <Face
      icon={<IconFilterOff size={28} stroke={1.5} aria-hidden />}
      title={props.title}
      role="status"
      action={
        <Button variant="default" onClick={props.onClear}>
          Clear the filter
        </Button>
      }
    >
      {props.children}
    </Face>
  );
}
