/**
 * How often at most what keeps changing is read again, in milliseconds: by a tab, and by the server for all tabs. A change is seen
 * within half a second, whatever else happens.
 */
export const REREAD_EVERY_MS = 400;
