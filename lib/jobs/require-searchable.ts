import { type Actor, requirePermission } from '@/lib/auth/actor';
import type { JobFilter } from './job-filter';
import { looksIntoArgs } from './job-search';

/** The filter, if this actor may search so: finding by the values of arguments tells what they are. @throws YardmasterError `forbidden` */
export function searchable(actor: Actor, filter: JobFilter): JobFilter {
  if (looksIntoArgs(filter.search)) requirePermission(actor, 'payloads.view');
  return filter;
}
