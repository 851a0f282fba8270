const HERE = 'http://console';

/** A path of this console, or `/` for anything that a browser could read as another site. */
export function safePath(path: string | null | undefined): string {
  if (!path?.startsWith('/') || !URL.canParse(path, HERE)) return '/';
  // The parser settles backslashes, tabs and dots as a browser would; what is left is a plain path.
  const url = new URL(path, HERE);
  if (url.origin !== HERE) return '/';
  return `${url.pathname.replace(/^\/+/, '/')}${url.search}${url.hash}`;
}
