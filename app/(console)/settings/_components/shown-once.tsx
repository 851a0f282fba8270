'use client';

import { Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import classes from './settings.module.css';

interface ShownOnceProps {
  title: string;
  text: string;
  children: ReactNode;
  onClose: () => void;
}

/** A dialog with a secret that can't be shown again, and the way to copy it. */
export default function ShownOnce({ title, text, children, onClose }: ShownOnceProps) {
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="md">
        <div>{children}</div>
        <div className={classes.secret}>
          <code>{text}</code>
          <CopyButton text={text} label="Copy it" />
        </div>
      </Stack>
    </Modal>
  );
}
