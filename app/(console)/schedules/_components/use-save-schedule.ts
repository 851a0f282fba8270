import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useAction } from '@/components/action/use-action';
import type { Failure } from '@/lib/web/result';
import { createScheduleAction, editScheduleAction } from '../actions';
import { type ScheduleValues, toChanges, toNew } from './form-values';

interface Saved {
  id: string;
  jobId?: string;
}

/** Saves what the form holds and leaves for the schedule's page. What was refused stays in `failure`. */
export function useSaveSchedule(name: string, start: ScheduleValues, at: { runner: string; id?: string }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const router = useRouter();
  const done = ({ id, jobId }: Saved) => ({
    title: jobId ? `${name} is scheduled` : `${name} is changed`,
    href: jobId ? `/jobs/${jobId}` : `/schedules/${id}`,
    linkLabel: jobId ? 'Its first job' : 'Open the schedule',
  });
  const onDone = ({ id }: Saved) => router.push(`/schedules/${id}`);
  const creating = useAction(createScheduleAction, { done, onDone, failed: `Could not schedule ${name}` });
  const editing = useAction(editScheduleAction, { done, onDone, failed: `Could not change ${name}` });
  return {
    failure,
    busy: creating.busy || editing.busy,
    save: async (values: ScheduleValues): Promise<void> =>
      setFailure(
        at.id
          ? await editing.run(toChanges(at.id, values, start))
          : await creating.run(toNew(at.runner, values)),
      ),
  };
}
