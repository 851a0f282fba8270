import { createLoader, createSerializer, type inferParserType, parseAsString } from 'nuqs/server';
import type { ListFilter } from '@/plugins/data-sources/schema';

/** The list's state in the URL: `?q=site&after=…`. */
export const dataSourceParams = {
  q: parseAsString.withDefault(''),
  after: parseAsString,
  before: parseAsString,
};

export type DataSourceParams = inferParserType<typeof dataSourceParams>;

export const loadDataSourceParams = createLoader(dataSourceParams);
export const dataSourcesHref = createSerializer(dataSourceParams);

export const filterOf = ({ q, after, before }: DataSourceParams): ListFilter => ({
  search: q.trim().slice(0, 200),
  after,
  before,
});
