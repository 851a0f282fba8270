import { YardmasterError } from '@/lib/errors';
import { type RegisteredRunner, registry } from './registry';

/** The runner with this registry key. @throws YardmasterError `not_found`. */
export async function findRunner(key: string): Promise<RegisteredRunner> {
  const entry = (await registry()).find(key);
  if (!entry) throw new YardmasterError('not_found', `No plugin here provides the runner ${key}.`);
  return entry;
}
