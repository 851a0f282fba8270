import { useQueryStates } from 'nuqs';
import { cursorOf } from '@/components/job/cursor-params';
import { JobList } from '@/components/job/job-list';
import { EmptyFace } from '@/components/ui/empty-face';
import { detailHref, detailParams, jobsOfSource } from '../search-params';

// Said by the page itself.
const SAID_ABOVE = ['object'];

/** The jobs about this data source, newest first. */
export function JobsTab({ id }: { id: string }) {
  const [params] = useQueryStates(detailParams);
  return (
    <JobList
      filter={jobsOfSource(id)}
      cursor={cursorOf(params)}
      hrefAt={({ olderThan, newerThan }) =>
        detailHref(`/data-sources/${id}`, { tab: 'jobs', older: olderThan, newer: newerThan })
      }
      without={SAID_ABOVE}
      empty={
        <EmptyFace title="Never synced">
          Each sync is a job, with its log. <b>Sync now</b> makes one; so does an interval.
        </EmptyFace>
      }
    />
  );
}
