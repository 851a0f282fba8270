import { parseAsString } from 'nuqs/server';
import type { JobCursor } from '@/lib/jobs/job-filter';

/** Which page of a list of jobs, newest first, stands in the address. */
export const cursorParams = { older: parseAsString, newer: parseAsString };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const uuid = (text: string | null): string | null => (text && UUID.test(text) ? text : null);

/** What is no id counts as the first page. */
export const cursorOf = ({ older, newer }: { older: string | null; newer: string | null }): JobCursor => ({
  olderThan: uuid(older),
  newerThan: uuid(older) ? null : uuid(newer),
});
