'use client';

import { Button, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { debounce, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { NoMatchFace } from '@/components/ui/no-match-face';
import { Region } from '@/components/ui/region';
import { usersOptions } from '@/lib/auth/query-options';
import classes from '../_components/settings.module.css';
import { InvitationTable } from './_components/invitation-table';
import { InviteDialog } from './_components/invite-dialog';
import { UserTable } from './_components/user-table';
import { userParams } from './search-params';

const TYPING_MS = 250;

export function UsersView() {
  const [{ q }, setParams] = useQueryStates(userParams, { history: 'replace' });
  const users = useQuery({ ...usersOptions(q), placeholderData: keepPreviousData });
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <PageHeader title="Users" actions={<Button onClick={() => setInviting(true)}>Invite…</Button>} />
      <div className={classes.bar}>
        <TextInput
          type="search"
          aria-label="Search in names and addresses"
          placeholder="Search names and addresses"
          value={q}
          onChange={(event) =>
            void setParams({ q: event.currentTarget.value }, { limitUrlUpdates: debounce(TYPING_MS) })
          }
        />
      </div>
      <Region query={users} what="the users">
        {({ users: rows, invitations, cut }) => (
          <>
            {rows.length > 0 ? <UserTable users={rows} /> : null}
            {rows.length === 0 && invitations.length === 0 ? (
              <NoMatchFace title="No user matches" onClear={() => void setParams({ q: '' })} />
            ) : null}
            {cut ? <p className={classes.note}>More than these match: search to narrow them.</p> : null}
            {invitations.length > 0 ? (
              <Section title="Open invitations" note={invitations.length}>
                <InvitationTable invitations={invitations} />
              </Section>
            ) : null}
          </>
        )}
      </Region>
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
    </>
  );
}
