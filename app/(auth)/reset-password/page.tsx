import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { findLink } from '@/lib/auth/one-time-link';
import { SpentLink } from '../spent-link';
import { loadLinkParams } from './search-params';
import { ResetPasswordView } from './view';

export const metadata: Metadata = { title: 'A new password' };

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { token } = await loadLinkParams(searchParams);
  const link = token ? await findLink('password_reset', token) : null;
  return link ? <ResetPasswordView token={token} email={link.email} /> : <SpentLink />;
}
