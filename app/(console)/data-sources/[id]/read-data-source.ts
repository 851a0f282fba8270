import { notFound } from 'next/navigation';
import { cache } from 'react';
import { YardmasterError } from '@/lib/errors';
import { type DataSourceDetail, getDataSource } from '@/plugins/data-sources/queries';

/** The data source of a page's address, read once a request; the page for "not found" when there is none. */
export const readDataSource = cache(async (id: string): Promise<DataSourceDetail> => {
  try {
    return await getDataSource(id);
  } catch (error) {
    if (error instanceof YardmasterError && error.code === 'not_found') notFound();
    throw error;
  }
});
