import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { SessionSummary, UserCursor, UserList } from './queries';

/** One's own sessions. */
export const sessionsOptions = () =>
  queryOptions({
    queryKey: ['users', 'sessions'],
    queryFn: ({ signal }) => fetchJson<SessionSummary[]>('/api/account/sessions', signal),
  });

/** A page of the users, and the invitations, whose name or address has `q` in it. */
export const usersOptions = (q: string, cursor: UserCursor) =>
  queryOptions({
    queryKey: ['users', 'list', q, cursor],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ q });
      if (cursor.after) query.set('after', cursor.after);
      else if (cursor.before) query.set('before', cursor.before);
      return fetchJson<UserList>(`/api/users?${query}`, signal);
    },
  });
