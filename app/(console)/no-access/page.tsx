import { IconLock } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { SearchParams } from 'nuqs/server';
import { Face } from '@/components/ui/face';
import { LinkButton } from '@/components/ui/link-button';
import { permissionWords } from '@/lib/auth/permission-words';
import { permissionsOf, ranks } from '@/lib/auth/permissions';
import { config } from '@/lib/config';
import { requirePage } from '@/lib/web/actor';
import { safePath } from '@/lib/web/safe-path';
import { loadNoAccessParams } from './search-params';

export const metadata: Metadata = { title: 'No access' };

/** Where `requirePage` sends whoever may not see a page: what is missing, and who has it. */
export default async function NoAccessPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { name, permissions } = await requirePage('jobs.view');
  const { needs, from } = await loadNoAccessParams(searchParams);
  // Whoever holds the permission was kept out by READ_ONLY alone; or has been given it meanwhile.
  const readOnly = needs !== null && permissions.has(needs);
  if (readOnly && !config().readOnly) redirect(from ? safePath(from) : '/');
  const role = needs && ranks.find((rank) => permissionsOf(rank).has(needs));
  return (
    <Face
      wholePage
      icon={<IconLock size={28} stroke={1.5} aria-hidden />}
      title={readOnly ? 'This console is read-only' : 'Your role does not allow this page'}
      action={
        <LinkButton href={from ? safePath(from) : '/'}>{from ? 'Try again' : 'To the overview'}</LinkButton>
      }
    >
      {readOnly ? (
        'It shows everything and changes nothing, so there is nothing to do on this page.'
      ) : (
        <>
          You are signed in as {name}.{' '}
          {needs ? (
            <>
              The page needs the permission <code>{needs}</code>: {permissionWords[needs]} The role {role} has
              it.{' '}
            </>
          ) : null}
          An administrator can give you another role.
        </>
      )}
    </Face>
  );
}
