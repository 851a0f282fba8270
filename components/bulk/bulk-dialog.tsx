'use client';

import dynamic from 'next/dynamic';
import type { BulkFormProps } from './bulk-form';

const BulkForm = dynamic(() => import('./bulk-form'), { ssr: false });

/** Shows what a verb would do to all jobs of a filter, and asks before it is done. Its code is fetched when it is first opened. */
export function BulkDialog({
  verb,
  ...props
}: Omit<BulkFormProps, 'verb'> & { verb: BulkFormProps['verb'] | null }) {
  return verb ? <BulkForm verb={verb} {...props} /> : null;
}
