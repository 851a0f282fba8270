'use server';

import { createApiKey } from '@/lib/api-keys/commands/create-api-key';
import { revokeApiKey } from '@/lib/api-keys/commands/revoke-api-key';
import { defineAction } from '@/lib/web/action';

export const createApiKeyAction = defineAction(createApiKey);
export const revokeApiKeyAction = defineAction(revokeApiKey);
