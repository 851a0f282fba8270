import { createLoader, parseAsString } from 'nuqs/server';

export const loadLoginParams = createLoader({ next: parseAsString.withDefault('/') });
