import { createLoader, createSerializer, type inferParserType, parseAsString } from 'nuqs/server';
import { type ListFilter, listFilter } from '@/plugins/data-sources/schema';

/** The list's state in the URL: `?q=site&after=…`. */
export const dataSourceParams = {
  q: parseAsString.withDefault(''),
  after: parseAsString,
  before: parseAsString,
};

export type DataSourceParams = inferParserType<typeof dataSourceParams>;

export const loadDataSourceParams = createLoader(dataSourceParams);
export const dataSourcesHref = createSerializer(dataSourceParams);

export const filterOf = ({ q, after, before }: DataSourceParams): ListFilter =>
  listFilter.parse({ search: q.trim(), after, before });
