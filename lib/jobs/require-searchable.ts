import { type Actor, requirePermission } from '@/lib/auth/actor';
import { YardmasterError } from '@/lib/errors';
import type { JobFilter } from './job-filter';
import { parseSearch } from './job-search';
import { isSecretPath } from './payload-masking';

/**
 * The filter as this actor may ask it: finding by a value tells what it is. Arguments only with `payloads.view` and never a
 * secret one; words in errors, which may quote arguments, only with `payloads.view`.
 * @throws YardmasterError `forbidden`
 */
export async function searchable(actor: Actor, filter: JobFilter): Promise<JobFilter> {
  const { args } = parseSearch(filter.search);
  if (args.length > 0) requirePermission(actor, 'payloads.view');
  for (const { path } of args) {
    if (await isSecretPath(filter.runner, path))
      throw new YardmasterError('forbidden', `${path.join('.')} is a secret, so no search looks into it.`);
  }
  return actor.permissions.has('payloads.view') ? filter : { ...filter, namesOnly: true };
}
