/** Beyond so many the console says "99+". */
export const MOST_UNREAD_COUNTED = 100;
