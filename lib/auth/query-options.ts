import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/web/fetch-json';
import type { SessionSummary, UserList } from './queries';

/** One's own sessions. */
export const sessionsOptions = () =>
  queryOptions({
    queryKey: ['users', 'sessions'],
    queryFn: ({ signal }) => fetchJson<SessionSummary[]>('/api/account/sessions', signal),
  });

/** The users and invitations whose name or address has `q` in it. */
export const usersOptions = (q: string) =>
  queryOptions({
    queryKey: ['users', 'list', q],
    queryFn: ({ signal }) => fetchJson<UserList>(`/api/users?q=${encodeURIComponent(q)}`, signal),
  });
