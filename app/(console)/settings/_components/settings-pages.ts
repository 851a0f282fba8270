import type { Permission } from '@/lib/auth/permissions';

/** The pages of the settings, and the permission that each needs. */
export const settingsPages: readonly { href: string; label: string; permission: Permission }[] = [
  { href: '/settings/account', label: 'Account', permission: 'jobs.view' },
  { href: '/settings/users', label: 'Users', permission: 'users.write' },
  { href: '/settings/roles', label: 'Roles', permission: 'jobs.view' },
  { href: '/settings/api-keys', label: 'API keys', permission: 'jobs.view' },
  { href: '/settings/plugins', label: 'Plugins', permission: 'jobs.view' },
  { href: '/settings/system', label: 'System', permission: 'jobs.view' },
];
