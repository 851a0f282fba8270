import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { RelativeTime } from '@/components/time/relative-time';
import type { UserSummary } from '@/lib/auth/queries';
import { RoleSelect } from './role-select';
import { UserVerbs } from './user-verbs';

const columns: readonly Column<UserSummary>[] = [
  {
    key: 'name',
    header: 'Name',
    render: ({ name, disabledAt }) => (
      <span title={name}>
        {name}
        {disabledAt ? <span className="dim"> · disabled</span> : null}
      </span>
    ),
  },
  { key: 'email', header: 'Email', leaveOut: 'phone', render: ({ email }) => email },
  {
    key: 'role',
    header: 'Role',
    width: '160px',
    narrow: '174px',
    render: (user) => <RoleSelect key={user.role} user={user} />,
  },
  {
    key: 'seen',
    header: 'Signed in',
    width: '110px',
    align: 'right',
    leaveOut: 'tablet',
    render: ({ seenAt }) => <RelativeTime at={seenAt} empty="no" />,
  },
  {
    key: 'verbs',
    header: 'Access',
    width: '230px',
    narrow: '84px',
    align: 'right',
    render: (user) => <UserVerbs user={user} />,
  },
];

export function UserTable({ users }: { users: readonly UserSummary[] }) {
  return (
    <DataTable
      label="Users"
      columns={columns}
      rows={users}
      rowKey={({ id }) => id}
      phoneLine={({ email }) => email}
      faded={({ disabledAt }) => disabledAt !== null}
    />
  );
}
