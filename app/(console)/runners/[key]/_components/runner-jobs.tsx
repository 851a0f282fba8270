import Link from 'next/link';
import { useQueryStates } from 'nuqs';
import { cursorOf } from '@/components/job/cursor-params';
import { JobList } from '@/components/job/job-list';
import { Section } from '@/components/layout/section';
import { EmptyFace } from '@/components/ui/empty-face';
import { jobsOfRunner, runnerHref, runnerParams } from '../search-params';

/** What the runner ran and is to run, newest first. */
export function RunnerJobs({ runner }: { runner: string }) {
  const [params] = useQueryStates(runnerParams);
  const [path, all] = [
    `/runners/${encodeURIComponent(runner)}`,
    `/jobs?runner=${encodeURIComponent(runner)}`,
  ];
  return (
    <Section title="Jobs" actions={<Link href={all}>Filter its jobs</Link>}>
      <JobList
        filter={jobsOfRunner(runner)}
        cursor={cursorOf(params)}
        hrefAt={({ olderThan, newerThan }) =>
          runnerHref(path, { ...params, older: olderThan, newer: newerThan })
        }
        empty={<EmptyFace title="It has no jobs">Its jobs appear here, newest first.</EmptyFace>}
      />
    </Section>
  );
}
