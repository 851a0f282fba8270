'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { Region } from '@/components/ui/region';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { sessionsOptions } from '@/lib/auth/query-options';
import { NameForm } from './_components/name-form';
import { PasswordForm } from './_components/password-form';
import { RevokeOthers, SessionTable } from './_components/session-table';

export function AccountView() {
  const sessions = useQuery(sessionsOptions());
  const others = sessions.data?.filter(({ current }) => !current).length ?? 0;
  return (
    <>
      <PageHeader title="Account" />
      <NameForm />
      <Section title="Password">
        <PasswordForm />
      </Section>
      <Section
        title="Sessions"
        note="where you are signed in"
        actions={<RevokeOthers disabled={others === 0} />}
      >
        <Region query={sessions} what="your sessions" skeleton={<SkeletonRows rows={2} />}>
          {(rows) => <SessionTable sessions={rows} />}
        </Region>
      </Section>
    </>
  );
}
