import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Face } from './face';

/** Nothing exists yet: says what would be here and how it comes about. */
export function EmptyFace(props: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
}) {
  const { title, children, action, icon = <IconInbox size={28} stroke={1.5} aria-hidden /> } = props;
  return (
    <Face icon={icon} title={title} action={action}>
      {children}
    </Face>
  );
}
