import { createLoader, parseAsString } from 'nuqs/server';

export const userParams = { q: parseAsString.withDefault('') };
export const loadUserParams = createLoader(userParams);
