/** Leaves for the sign-in page and comes back here afterwards. For the browser, once the server says nobody is signed in. */
export function signInAgain(): void {
  const { pathname, search } = window.location;
  if (pathname === '/login') return;
  window.location.assign(`/login?next=${encodeURIComponent(pathname + search)}`);
}
