import {
  type Icon,
  IconCalendarRepeat,
  IconDatabase,
  IconHistory,
  IconLayoutDashboard,
  IconListDetails,
  IconPlayerPlay,
  IconServer2,
  IconSettings,
  IconSettingsAutomation,
  IconStack2,
} from '@tabler/icons-react';
import type { Permission } from '@/lib/auth/permissions';

export interface NavItem {
  href: string;
  label: string;
  icon: Icon;
  /** The keys that go there, `g` and a letter. */
  keys?: string;
  /** Without it the page is not offered. */
  permission?: Permission;
}

/** The pages of the navigation, in the order of an operator's day. */
export const navItems: readonly NavItem[] = [
  { href: '/', label: 'Overview', icon: IconLayoutDashboard, keys: 'g o' },
  { href: '/jobs', label: 'Jobs', icon: IconListDetails, keys: 'g j' },
  { href: '/schedules', label: 'Schedules', icon: IconCalendarRepeat, keys: 'g s' },
  { href: '/system-jobs', label: 'System jobs', icon: IconSettingsAutomation, keys: 'g y' },
  { href: '/runners', label: 'Runners', icon: IconPlayerPlay, keys: 'g r' },
  { href: '/queues', label: 'Queues', icon: IconStack2, keys: 'g q' },
  { href: '/workers', label: 'Workers', icon: IconServer2, keys: 'g w' },
  { href: '/data-sources', label: 'Data sources', icon: IconDatabase, keys: 'g d' },
  { href: '/audit', label: 'Audit', icon: IconHistory, keys: 'g a', permission: 'audit.view' },
  { href: '/settings', label: 'Settings', icon: IconSettings, keys: 'g e' },
];

/** Whether a page belongs to a navigation item: the page itself or one below it. */
export const isActive = (item: NavItem, pathname: string): boolean =>
  item.href === '/' ? pathname === '/' : pathname === item.href || pathname.startsWith(`${item.href}/`);
