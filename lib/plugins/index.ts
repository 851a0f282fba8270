/** The public door for plugin authors, beside `@/lib/jobs`. */

export { config } from '@/lib/config';
export { db } from '@/lib/db/client';
export { YardmasterError } from '@/lib/errors';
export { newId } from '@/lib/ids';
export { seal, unseal } from '@/lib/secrets';
export { type ObjectType, PluginConfig } from './plugin-config';
