'use client';

import { useEffect } from 'react';
import type { JobDetail } from '@/lib/jobs/queries/job-detail';
import { jobTitle } from '../job-title';

/** Keeps the tab's title true while the job goes on; the page itself only says it as it was when it was opened. */
export function LiveTitle({ job }: { job: JobDetail }) {
  const title = jobTitle(job);
  useEffect(() => {
    document.title = `${title} · Yardmaster`;
  }, [title]);
  return null;
}
