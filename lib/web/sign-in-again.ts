let goingAway = false;

/** Leaves for the sign-in page and comes back here afterwards. For the browser, once the server says nobody is signed in. */
export function signInAgain(): void {
  const { pathname, search } = window.location;
  if (pathname === '/login' || goingAway) return;
  window.location.assign(`/login?next=${encodeURIComponent(pathname + search)}`);
}

/**
 * Signs out and leaves for good, by a whole new page, so that nothing of what this user saw stays in memory. Reads and the
 * stream of events may find out earlier that nobody is signed in any more: they don't ask to come back here.
 */
export async function goAway(signOut: () => Promise<unknown>): Promise<void> {
  goingAway = true;
  try {
    await signOut();
  } catch (error) {
    goingAway = false;
    throw error;
  }
  window.location.assign('/login');
}
