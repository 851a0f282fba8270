import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { LimitFormProps } from './limit-form';

const LimitForm = dynamic(() => import('./limit-form'), { ssr: false });

/** Asks how many jobs of the queue may run at once; its code is fetched when it is first opened. */
export function LimitQueue(props: LimitFormProps) {
  const [wanted, setWanted] = useState(false);
  if (props.opened && !wanted) setWanted(true);
  return wanted ? <LimitForm {...props} /> : null;
}
