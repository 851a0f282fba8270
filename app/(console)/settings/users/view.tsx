'use client';

import { Button, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { debounce, useQueryStates } from 'nuqs';
import { useRef, useState } from 'react';
import { Pager } from '@/components/data-table/pager';
import { useActor } from '@/components/layout/actor-context';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { NoMatchFace } from '@/components/ui/no-match-face';
import { Region } from '@/components/ui/region';
import { useTypedBefore } from '@/components/ui/use-typed-before';
import { usersOptions } from '@/lib/auth/query-options';
import classes from '../_components/settings.module.css';
import { InvitationTable } from './_components/invitation-table';
import { InviteDialog } from './_components/invite-dialog';
import { UserTable } from './_components/user-table';
import { userCursorOf, userParams, usersHref } from './search-params';

const TYPING_MS = 250;

export function UsersView() {
  const [params, setParams] = useQueryStates(userParams, { history: 'replace' });
  const users = useQuery({
    ...usersOptions(params.q, userCursorOf(params)),
    placeholderData: keepPreviousData,
  });
  const { q } = params;
  const { readOnly } = useActor();
  const [inviting, setInviting] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const search = (text: string) =>
    void setParams({ q: text, after: null, before: null }, { limitUrlUpdates: debounce(TYPING_MS) });
  useTypedBefore(field, q, search);
  return (
    <>
      <PageHeader
        title="Users"
        actions={readOnly ? null : <Button onClick={() => setInviting(true)}>Invite…</Button>}
      />
      <div className={classes.bar}>
        <TextInput
          ref={field}
          className={classes.search}
          type="search"
          aria-label="Search in names and addresses"
          placeholder="Search names and addresses"
          value={q}
          onChange={(event) => search(event.currentTarget.value)}
        />
      </div>
      <Region query={users} what="the users">
        {({ users: rows, invitations, hasBefore, hasAfter }) => (
          <>
            {rows.length > 0 ? <UserTable users={rows} /> : null}
            {rows.length === 0 && invitations.length === 0 ? (
              <NoMatchFace title="No user matches" onClear={() => void setParams(null)} />
            ) : null}
            {hasBefore || hasAfter ? (
              <Pager
                words={['Previous', 'Next']}
                newer={hasBefore ? usersHref('/settings/users', { q, before: rows[0]?.id }) : null}
                older={hasAfter ? usersHref('/settings/users', { q, after: rows.at(-1)?.id }) : null}
              >
                {rows.length} users, by name
              </Pager>
            ) : null}
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
