import { Button } from '@mantine/core';
import { useAction } from '@/components/action/use-action';
import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { useActor } from '@/components/layout/actor-context';
import { RelativeTime } from '@/components/time/relative-time';
import type { SessionSummary } from '@/lib/auth/queries';
import { revokeOtherSessionsAction, revokeSessionAction } from '../actions';

const columns: readonly Column<SessionSummary>[] = [
  {
    key: 'device',
    header: 'Device',
    render: ({ device, userAgent, current }) => (
      <span title={userAgent ?? undefined}>
        {device}
        {current ? <b> · this session</b> : null}
      </span>
    ),
  },
  {
    key: 'address',
    header: 'Address',
    width: '180px',
    leaveOut: 'phone',
    render: ({ address }) =>
      address ? <span className="mono">{address}</span> : <span className="dim">–</span>,
  },
  {
    key: 'since',
    header: 'Since',
    width: '130px',
    align: 'right',
    leaveOut: 'phone',
    render: ({ since }) => <RelativeTime at={since} />,
  },
  {
    key: 'verbs',
    header: 'Revoke',
    width: '110px',
    narrow: '92px',
    align: 'right',
    render: (session) => (session.current ? null : <Revoke session={session} />),
  },
];

export function SessionTable({ sessions }: { sessions: readonly SessionSummary[] }) {
  return (
    <DataTable
      label="Your sessions"
      columns={columns}
      rows={sessions}
      rowKey={({ id }) => id}
      phoneLine={({ address, since }) => (
        <>
          {address ?? 'address unknown'} · <RelativeTime at={since} />
        </>
      )}
    />
  );
}

function Revoke({ session: { id, device } }: { session: SessionSummary }) {
  const { run, busy } = useAction(revokeSessionAction, {
    done: () => ({ title: 'The session has ended' }),
    failed: 'Could not end the session',
  });
  if (useActor().readOnly) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={busy}
      aria-label={`Revoke the session on ${device}`}
      onClick={() => void run({ id })}
    >
      Revoke
    </Button>
  );
}

export function RevokeOthers({ disabled }: { disabled: boolean }) {
  const { run, busy } = useAction(revokeOtherSessionsAction, {
    done: ({ ended }) => ({ title: ended === 1 ? 'One session has ended' : `${ended} sessions have ended` }),
    failed: 'Could not end the other sessions',
  });
  if (useActor().readOnly) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={busy}
      disabled={disabled}
      onClick={() => void run({})}
    >
      Revoke all others
    </Button>
  );
}
