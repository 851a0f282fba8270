import { createLoader, parseAsString } from 'nuqs/server';

export const loadNoAccessParams = createLoader({ needs: parseAsString.withDefault('') });
