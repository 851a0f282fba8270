import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { type JobCursor, type JobFilter, NO_FILTER } from '@/lib/jobs/job-filter';
import { DATA_SOURCE, type ListFilter, listFilter } from '@/plugins/data-sources/schema';

export const TABS = ['files', 'jobs'] as const;

/** The page's state in the URL: the tab, and where the lists in it are. */
export const detailParams = {
  tab: parseAsStringLiteral(TABS).withDefault('files'),
  q: parseAsString.withDefault(''),
  after: parseAsString,
  before: parseAsString,
  older: parseAsString,
  newer: parseAsString,
};

export type DetailParams = inferParserType<typeof detailParams>;

export const loadDetailParams = createLoader(detailParams);
export const detailHref = createSerializer(detailParams);

export const filesFilterOf = ({ q, after, before }: DetailParams): ListFilter =>
  listFilter.parse({ search: q.trim(), after, before });

export const jobsOfSource = (id: string): JobFilter => ({ ...NO_FILTER, object: { type: DATA_SOURCE, id } });

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const uuid = (text: string | null): string | null => (text && UUID.test(text) ? text : null);

export const jobCursorOf = ({ older, newer }: DetailParams): JobCursor => ({
  olderThan: uuid(older),
  newerThan: uuid(older) ? null : uuid(newer),
});
