'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { ConfirmDialogProps } from './confirm-form';

const ConfirmForm = dynamic(() => import('./confirm-form'), { ssr: false });

/** Asks before something that can't be undone or that others will notice. Its code is fetched when it is first opened. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [wanted, setWanted] = useState(false);
  if (props.opened && !wanted) setWanted(true);
  return wanted ? <ConfirmForm {...props} /> : null;
}
