import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { SearchParams } from 'nuqs/server';
import { hasUsers } from '@/lib/auth/setup-token';
import { getActor } from '@/lib/web/actor';
import { safePath } from '@/lib/web/safe-path';
import { loadLoginParams } from './search-params';
import { LoginView } from './view';

export const metadata: Metadata = { title: 'Sign in' };

export default async function LoginPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const next = safePath((await loadLoginParams(searchParams)).next);
  if (await getActor()) redirect(next);
  if (!(await hasUsers())) redirect('/setup');
  return <LoginView next={next} />;
}
