import { JobObject } from '@/components/job/job-object';
import { NextRun } from '@/components/schedule/next-run';
import { formatDuration } from '@/components/time/format-time';
import { RelativeTime } from '@/components/time/relative-time';
import { Fact, Facts } from '@/components/ui/facts';
import { ShortId } from '@/components/ui/short-id';
import type { ScheduleDetail } from '@/lib/schedules/queries';

const OVERLAP = {
  skip: 'Skip the new one',
  queue: 'At most one waits',
  allow: 'Run them side by side',
} as const;
const CATCH_UP = { one: 'One run', none: 'No run', all: 'Every missed run, up to 100' } as const;
const NOTIFICATIONS = { always: 'Always', on_failure: 'On failure', never: 'Never' } as const;

/** What a schedule is: when, what, how, and who paused it. */
export function ScheduleFacts({ schedule }: { schedule: ScheduleDetail }) {
  const { rhythm, cron, runner, queue, object, system, createdBy, pausedAt, pauseReason, pausedBy } =
    schedule;
  return (
    <Facts>
      <Fact name="When">
        {rhythm} {cron ? <code className="dim">{cron}</code> : null}
      </Fact>
      {pausedAt ? (
        <Fact name={`Paused by ${pausedBy ?? 'the system'}`}>
          {pauseReason ?? <span className="dim">No reason given</span>}
        </Fact>
      ) : null}
      <Fact name="Next run">
        <NextRun schedule={schedule} />
      </Fact>
      {object ? (
        <Fact name="About">
          <JobObject object={object} />
        </Fact>
      ) : null}
      <Fact name="Runner">
        <code>{runner}</code>
      </Fact>
      <Fact name="Queue">
        <code>{queue}</code>
      </Fact>
      <Fact name="When the run before still lives">{OVERLAP[schedule.overlap]}</Fact>
      <Fact name="After downtime">{CATCH_UP[schedule.catchUp]}</Fact>
      <Fact name="Timeout and retries">
        {formatDuration(schedule.timeoutMs)},{' '}
        {schedule.maxRetries === 0
          ? 'no retry'
          : `${schedule.maxRetries} ${schedule.maxRetries === 1 ? 'retry' : 'retries'}`}
      </Fact>
      <Fact name="Notifications">{NOTIFICATIONS[schedule.notifications]}</Fact>
      <Fact name="Made">
        <RelativeTime at={schedule.createdAt} />{' '}
        {system ? 'by its code' : createdBy ? `by ${createdBy}` : null}
      </Fact>
      <Fact name="Id">
        <ShortId id={schedule.id} />
      </Fact>
    </Facts>
  );
}
