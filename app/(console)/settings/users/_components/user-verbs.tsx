import { IconKey, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useAction } from '@/components/action/use-action';
import { useActor } from '@/components/layout/actor-context';
import type { UserSummary } from '@/lib/auth/queries';
import classes from '../../_components/settings.module.css';
import { disableUserAction, enableUserAction, issuePasswordLinkAction } from '../actions';
import { VerbButton } from './verb-button';

const ShownOnce = dynamic(() => import('../../_components/shown-once'), { ssr: false });

/** What can be done about a user's access. */
export function UserVerbs({ user }: { user: UserSummary }) {
  if (useActor().readOnly) return null;
  return user.disabledAt ? (
    <Enable user={user} />
  ) : (
    <span className={classes.buttons}>
      <PasswordLink user={user} />
      <Disable user={user} />
    </span>
  );
}

function Enable({ user: { id, name } }: { user: UserSummary }) {
  const { run, busy } = useAction(enableUserAction, {
    done: () => ({
      title: `${name} can sign in again`,
      undo: { action: () => disableUserAction({ id }), undone: `${name} is disabled again` },
    }),
    failed: 'Could not enable the user',
  });
  return (
    <VerbButton
      label="Enable"
      name={`Enable ${name}`}
      icon={<IconUserCheck size={16} stroke={1.7} aria-hidden />}
      loading={busy}
      onClick={() => void run({ id })}
    />
  );
}

function Disable({ user: { id, name } }: { user: UserSummary }) {
  const [asked, setAsked] = useState(false);
  const { run } = useAction(disableUserAction, {
    done: () => ({
      title: `${name} is disabled`,
      undo: { action: () => enableUserAction({ id }), undone: `${name} can sign in again` },
    }),
    failed: 'Could not disable the user',
  });
  return (
    <>
      <VerbButton
        label="Disable"
        name={`Disable ${name}`}
        icon={<IconUserOff size={16} stroke={1.7} aria-hidden />}
        onClick={() => setAsked(true)}
      />
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={`Disable ${name}?`}
        verb="Disable"
        dangerous
        onConfirm={() => run({ id })}
      >
        Their sessions end at once and they can&apos;t sign in. Their jobs and schedules go on. They can be
        enabled again.
      </ConfirmDialog>
    </>
  );
}

function PasswordLink({ user: { id, name } }: { user: UserSummary }) {
  const [link, setLink] = useState<string>();
  const { run, busy } = useAction(issuePasswordLinkAction, {
    done: () => ({ title: `A password link for ${name} is made` }),
    failed: 'Could not make a password link',
    onDone: ({ path }) => setLink(new URL(path, window.location.origin).href),
  });
  return (
    <>
      <VerbButton
        label="Password link"
        name={`Password link for ${name}`}
        icon={<IconKey size={16} stroke={1.7} aria-hidden />}
        loading={busy}
        onClick={() => void run({ id })}
      />
      {link ? (
        <ShownOnce title={`A new password for ${name}`} text={link} onClose={() => setLink(undefined)}>
          Send them this link. It works once, for a day, and is not shown again; the old password works until
          then.
        </ShownOnce>
      ) : null}
    </>
  );
}
