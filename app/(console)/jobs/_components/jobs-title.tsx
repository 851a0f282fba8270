import { useQuery } from '@tanstack/react-query';
import { filterParts } from '@/components/job/filter-parts';
import { PageTitle } from '@/components/layout/page-title';
import { jobFacetsOptions } from '@/lib/jobs/query-options';
import { viewsOptions } from '@/lib/views/query-options';
import { isSame, type ListState } from './view-tabs';

/** Tells tabs of the list apart: the view's name, or what the filter says. */
export function JobsTitle({ state }: { state: ListState }) {
  const { data: views } = useQuery(viewsOptions());
  const { data: facets } = useQuery(jobFacetsOptions());
  const view = views?.find((each) => isSame(each, state));
  const parts = view ? [view.name] : filterParts(state.filter, facets).map(({ value }) => value);
  return <PageTitle sign={null} name={parts.length > 0 ? `Jobs: ${parts.join(', ')}` : 'Jobs'} />;
}
