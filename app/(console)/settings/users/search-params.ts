import { createLoader, createSerializer, type inferParserType, parseAsString } from 'nuqs/server';
import type { UserCursor } from '@/lib/auth/queries';

/** The list's state in the URL: `?q=olga&after=<id of a user>`. */
export const userParams = {
  q: parseAsString.withDefault(''),
  after: parseAsString,
  before: parseAsString,
};

export type UserParams = inferParserType<typeof userParams>;

export const loadUserParams = createLoader(userParams);
export const usersHref = createSerializer(userParams);

const MOST = 100;
const place = (id: string | null): string | null => (id && id.length <= MOST ? id : null);

export const userCursorOf = ({ after, before }: UserParams): UserCursor => ({
  after: place(after),
  before: place(before),
});
