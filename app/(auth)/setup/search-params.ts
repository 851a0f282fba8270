import { createLoader, parseAsString } from 'nuqs/server';

export const loadSetupParams = createLoader({ token: parseAsString.withDefault('') });
