import { registry } from '@/lib/jobs/registry';
import { declaredSystemJobs } from '@/lib/jobs/system-job';

/** For test workers whose tests count jobs: the system jobs of `plugins/core` are not scheduled in this process. */
export async function leaveOutCore(): Promise<void> {
  const known = await registry();
  for (const runner of [...declaredSystemJobs.keys()]) {
    if (known.keyOf(runner).startsWith('core.')) declaredSystemJobs.delete(runner);
  }
}
