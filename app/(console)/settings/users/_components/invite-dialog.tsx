import dynamic from 'next/dynamic';

const InviteForm = dynamic(() => import('./invite-form'), { ssr: false });

/** Asks whom to invite, then shows the link. Its code is fetched when it is first opened. */
export const InviteDialog = ({ opened, onClose }: { opened: boolean; onClose: () => void }) =>
  opened ? <InviteForm onClose={onClose} /> : null;
