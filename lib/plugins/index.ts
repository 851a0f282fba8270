/** The public door for plugin authors, beside `@/lib/jobs`. */

export { recordAudit } from '@/lib/audit/record';
export { type Actor, requirePermission } from '@/lib/auth/actor';
export { runBulkOperation } from '@/lib/bulk/run-operation';
export { type Command, command, parseInput } from '@/lib/command';
export { config } from '@/lib/config';
export { db, pool, type Tx } from '@/lib/db/client';
export { YardmasterError } from '@/lib/errors';
export { publish } from '@/lib/events/publish';
export { newId } from '@/lib/ids';
export { seal, unseal } from '@/lib/secrets';
export { type ObjectType, PluginConfig } from './plugin-config';
