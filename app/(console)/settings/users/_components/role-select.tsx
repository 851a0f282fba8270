import { NativeSelect } from '@mantine/core';
import { useAction } from '@/components/action/use-action';
import { useActor } from '@/components/layout/actor-context';
import type { UserSummary } from '@/lib/auth/queries';
import { roleChoices } from '../../_components/role-choices';
import { changeRoleAction } from '../actions';

/** A user's role; another one is in force at once, and can be undone from the toast. */
export function RoleSelect({ user: { id, name, role } }: { user: UserSummary }) {
  const { run, busy } = useAction(changeRoleAction, {
    done: ({ role: now, before }) => ({
      title: `${name} is ${now} now`,
      undo: {
        action: () => changeRoleAction({ id, role: before }),
        undone: `${name} is ${before} again`,
      },
    }),
    failed: 'Could not change the role',
  });
  const { readOnly } = useActor();
  return (
    <NativeSelect
      size="xs"
      aria-label={`Role of ${name}`}
      data={roleChoices}
      value={role}
      disabled={busy || readOnly}
      onChange={(event) => void run({ id, role: event.currentTarget.value })}
    />
  );
}
