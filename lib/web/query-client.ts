import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ReadError } from './fetch-json';
import { signInAgain } from './sign-in-again';

/**
 * A TanStack Query client: one for each server render, one for each browser tab. The first element of a query key is the
 * kind of a topic (see query-keys.ts), so that events can find the queries they concern.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError(error) {
        if (error instanceof ReadError && error.failure.code === 'unauthenticated') signInAgain();
      },
    }),
    defaultOptions: {
      queries: {
        // Events say when something changed; coming back to a tab catches up through them as well.
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < 2 && error instanceof ReadError && error.failure.code === 'unavailable',
      },
    },
  });
}
