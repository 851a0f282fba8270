import { useActor } from './actor-context';
import { type NavItem, navItems } from './nav-items';

/** The pages that one may see. */
export function useNavItems(): readonly NavItem[] {
  const { permissions } = useActor();
  return navItems.filter(({ permission }) => !permission || permissions.includes(permission));
}
