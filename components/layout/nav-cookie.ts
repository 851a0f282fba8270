/** Remembers in the browser whether the navigation shows icons alone, so that the server draws it right at once. */
export const NAV_COOKIE = 'yardmaster_nav';
export const COLLAPSED = 'icons';

const YEAR_S = 365 * 24 * 60 * 60;

export const navCookie = (collapsed: boolean): string =>
  `${NAV_COOKIE}=${collapsed ? COLLAPSED : ''}; path=/; max-age=${YEAR_S}; samesite=lax`;
