import { createLoader, parseAsString } from 'nuqs/server';

export const loadLinkParams = createLoader({ token: parseAsString.withDefault('') });
