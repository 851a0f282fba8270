import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { RelativeTime } from '@/components/time/relative-time';
import type { ApiKeySummary } from '@/lib/api-keys/queries';
import { RevokeKey } from './revoke-key';

const columns: readonly Column<ApiKeySummary>[] = [
  { key: 'name', header: 'Name', render: ({ name }) => name },
  {
    key: 'key',
    header: 'Key',
    width: '130px',
    leaveOut: 'phone',
    render: ({ prefix }) => <span className="mono">{prefix}…</span>,
  },
  { key: 'role', header: 'Role', width: '120px', leaveOut: 'phone', render: ({ role }) => role },
  {
    key: 'used',
    header: 'Last used',
    width: '110px',
    align: 'right',
    leaveOut: 'tablet',
    render: ({ lastUsedAt }) => <RelativeTime at={lastUsedAt} empty="never" />,
  },
  {
    key: 'expires',
    header: 'Expires',
    width: '130px',
    align: 'right',
    leaveOut: 'phone',
    render: (key) => <Expiry apiKey={key} />,
  },
  {
    key: 'verbs',
    header: 'Revoke',
    width: '100px',
    narrow: '92px',
    align: 'right',
    render: (key) => <RevokeKey apiKey={key} />,
  },
];

const owner: Column<ApiKeySummary> = {
  key: 'owner',
  header: 'Owner',
  width: '180px',
  leaveOut: 'tablet',
  render: ({ owner: name, ownerDisabled }) => (
    <span title={name}>
      {name}
      {ownerDisabled ? <span className="dim"> · disabled</span> : null}
    </span>
  ),
};

interface ApiKeyTableProps {
  label: string;
  keys: readonly ApiKeySummary[];
  withOwner?: boolean;
}

export function ApiKeyTable({ label, keys, withOwner = false }: ApiKeyTableProps) {
  return (
    <DataTable
      label={label}
      columns={withOwner ? columns.toSpliced(1, 0, owner) : columns}
      rows={keys}
      rowKey={({ id }) => id}
      phoneLine={({ prefix, role, owner: name, expired }) => (
        <>
          <span className="mono">{prefix}…</span> · {withOwner ? `${name} · ` : null}
          {role}
          {expired ? ' · expired' : null}
        </>
      )}
      faded={({ expired, ownerDisabled }) => expired || ownerDisabled}
    />
  );
}

function Expiry({ apiKey: { expired, expiresAt } }: { apiKey: ApiKeySummary }) {
  if (expired) return <span title={expiresAt ?? undefined}>expired</span>;
  return <RelativeTime at={expiresAt} empty="never" />;
}
