import dynamic from 'next/dynamic';
import type { NewKeyFormProps } from './new-key-form';

const NewKeyForm = dynamic(() => import('./new-key-form'), { ssr: false });

/** Asks what a key is for, then shows it. Its code is fetched when it is first opened. */
export const NewKeyDialog = ({ opened, ...props }: NewKeyFormProps & { opened: boolean }) =>
  opened ? <NewKeyForm {...props} /> : null;
