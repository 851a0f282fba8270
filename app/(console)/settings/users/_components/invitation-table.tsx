import { Button } from '@mantine/core';
import { useAction } from '@/components/action/use-action';
import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { useActor } from '@/components/layout/actor-context';
import { RelativeTime } from '@/components/time/relative-time';
import type { InvitationSummary } from '@/lib/auth/queries';
import { withdrawInvitationAction } from '../actions';

const columns: readonly Column<InvitationSummary>[] = [
  { key: 'email', header: 'Email', render: ({ email }) => email },
  { key: 'role', header: 'Role', width: '120px', leaveOut: 'phone', render: ({ role }) => role },
  {
    key: 'expires',
    header: 'Expires',
    width: '110px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ expiresAt }) => <RelativeTime at={expiresAt} />,
  },
  {
    key: 'verbs',
    header: 'Withdraw',
    width: '120px',
    narrow: '104px',
    align: 'right',
    render: ({ email }) => <Withdraw email={email} />,
  },
];

export const InvitationTable = ({ invitations }: { invitations: readonly InvitationSummary[] }) => (
  <DataTable
    label="Open invitations"
    columns={columns}
    rows={invitations}
    rowKey={({ email }) => email}
    phoneLine={({ role }) => role}
  />
);

function Withdraw({ email }: { email: string }) {
  const { run, busy } = useAction(withdrawInvitationAction, {
    done: () => ({ title: 'The link no longer works' }),
    failed: 'Could not withdraw the invitation',
  });
  if (useActor().readOnly) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={busy}
      aria-label={`Withdraw the invitation of ${email}`}
      onClick={() => void run({ email })}
    >
      Withdraw
    </Button>
  );
}
