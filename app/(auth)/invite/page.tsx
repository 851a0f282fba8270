import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { findLink } from '@/lib/auth/one-time-link';
import { SpentLink } from '../spent-link';
import { loadLinkParams } from './search-params';
import { InviteView } from './view';

export const metadata: Metadata = { title: 'Your invitation' };

export default async function InvitePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { token } = await loadLinkParams(searchParams);
  const link = token ? await findLink('invitation', token) : null;
  return link ? <InviteView token={token} email={link.email} /> : <SpentLink />;
}
