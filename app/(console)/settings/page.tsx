import { redirect } from 'next/navigation';
import { requirePage } from '@/lib/web/actor';

export default async function SettingsPage() {
  await requirePage('jobs.view');
  redirect('/settings/account');
}
