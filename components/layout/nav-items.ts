import {
  type Icon,
  IconCalendarRepeat,
  IconDatabase,
  IconLayoutDashboard,
  IconListDetails,
  IconServer2,
  IconStack2,
} from '@tabler/icons-react';

export interface NavItem {
  href: string;
  label: string;
  icon: Icon;
}

/** The pages of the navigation, in the order of an operator's day. */
export const navItems: readonly NavItem[] = [
  { href: '/', label: 'Overview', icon: IconLayoutDashboard },
  { href: '/jobs', label: 'Jobs', icon: IconListDetails },
  { href: '/schedules', label: 'Schedules', icon: IconCalendarRepeat },
  { href: '/queues', label: 'Queues', icon: IconStack2 },
  { href: '/workers', label: 'Workers', icon: IconServer2 },
  { href: '/data-sources', label: 'Data sources', icon: IconDatabase },
];

/** Whether a page belongs to a navigation item: the page itself or one below it. */
export const isActive = (item: NavItem, pathname: string): boolean =>
  item.href === '/' ? pathname === '/' : pathname === item.href || pathname.startsWith(`${item.href}/`);
