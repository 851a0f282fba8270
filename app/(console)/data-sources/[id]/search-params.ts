import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { cursorParams } from '@/components/job/cursor-params';
import { type JobFilter, NO_FILTER } from '@/lib/jobs/job-filter';
import { DATA_SOURCE } from '@/plugins/data-sources/object-type';
import type { ListFilter } from '@/plugins/data-sources/schema';

export const TABS = ['files', 'jobs'] as const;

/** The page's state in the URL: the tab, and where the lists in it are. */
export const detailParams = {
  tab: parseAsStringLiteral(TABS).withDefault('files'),
  q: parseAsString.withDefault(''),
  after: parseAsString,
  before: parseAsString,
  ...cursorParams,
};

export type DetailParams = inferParserType<typeof detailParams>;

export const loadDetailParams = createLoader(detailParams);
export const detailHref = createSerializer(detailParams);

export const filesFilterOf = ({ q, after, before }: DetailParams): ListFilter => ({
  search: q.trim().slice(0, 200),
  after,
  before,
});

export const jobsOfSource = (id: string): JobFilter => ({ ...NO_FILTER, object: { type: DATA_SOURCE, id } });
