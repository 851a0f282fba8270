import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';

interface VerbButtonProps {
  label: string;
  /** The label with the user's name: what it is called to those who don't see its row. */
  name: string;
  icon: ReactNode;
  loading?: boolean;
  onClick: () => void;
}

/** A verb in a row of a table: in words, on a phone as an icon. One of the two is there. */
export const VerbButton = ({ label, name, icon, loading, onClick }: VerbButtonProps) => (
  <>
    <Button
      size="compact-sm"
      variant="default"
      visibleFrom="sm"
      loading={loading}
      aria-label={name}
      onClick={onClick}
    >
      {label}
    </Button>
    <ActionIcon size={30} hiddenFrom="sm" loading={loading} aria-label={name} title={label} onClick={onClick}>
      {icon}
    </ActionIcon>
  </>
);
