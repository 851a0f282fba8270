import type { ActionWords } from '@/components/action/run-action';
import type { PaletteEntry, PaletteVerb } from '@/lib/palette/thing';
import type { ActionResult } from '@/lib/web/result';
import { syncDataSourceAction } from '../data-sources/actions';
import { pauseQueueAction, resumeQueueAction } from '../queues/actions';
import { pauseScheduleAction, resumeScheduleAction, runScheduleNowAction } from '../schedules/actions';

interface Doing<Data> {
  action: () => Promise<ActionResult<Data>>;
  words: ActionWords<Data>;
}

/** Runs what it is given; so that each verb may have a result of its own. */
type Run = <Data>(doing: Doing<Data>) => void;

const verbs: Record<PaletteVerb, (thing: PaletteEntry['thing'], run: Run) => void> = {
  'data_source.sync': ({ id, label }, run) =>
    run({
      action: () => syncDataSourceAction({ id }),
      words: {
        done: ({ jobId }) => ({
          title: `${label} is to be synced`,
          href: `/jobs/${jobId}`,
          linkLabel: 'Follow the job',
        }),
        failed: `Could not sync ${label}`,
      },
    }),
  'schedule.run': ({ id, label }, run) =>
    run({
      action: () => runScheduleNowAction({ id }),
      words: {
        done: (job) => ({
          title: `${label} is on its way`,
          href: `/jobs/${job.id}`,
          linkLabel: 'Open the job',
        }),
        failed: `Could not run ${label}`,
      },
    }),
  'schedule.pause': ({ id, label, href }, run) =>
    run({
      action: () => pauseScheduleAction({ id }),
      words: {
        done: () => ({
          title: `${label} is paused`,
          href,
          linkLabel: 'Open the schedule',
          undo: { action: () => resumeScheduleAction({ id }), undone: `${label} is in force again` },
        }),
        failed: `Could not pause ${label}`,
      },
    }),
  'schedule.resume': ({ id, label, href }, run) =>
    run({
      action: () => resumeScheduleAction({ id }),
      words: {
        done: () => ({ title: `${label} is in force again`, href, linkLabel: 'Open the schedule' }),
        failed: `Could not resume ${label}`,
      },
    }),
  'queue.pause': ({ id, label, href }, run) =>
    run({
      action: () => pauseQueueAction({ queue: id }),
      words: {
        done: () => ({
          title: `${label} is paused`,
          href,
          linkLabel: 'Open the queue',
          undo: { action: () => resumeQueueAction({ queue: id }), undone: `${label} runs again` },
        }),
        failed: `Could not pause ${label}`,
      },
    }),
  'queue.resume': ({ id, label, href }, run) =>
    run({
      action: () => resumeQueueAction({ queue: id }),
      words: {
        done: () => ({ title: `${label} runs again`, href, linkLabel: 'Open the queue' }),
        failed: `Could not resume ${label}`,
      },
    }),
};

/** Does to an entry's thing what its verb says. */
export function doVerb({ thing, verb }: PaletteEntry, run: Run): void {
  if (verb) verbs[verb](thing, run);
}
