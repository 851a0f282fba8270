import type { Prisma } from '@/lib/db/client';
import { fingerprintOf } from '@/lib/jobs/failure/fingerprint';
import { addTo, bucketOf, type Histogram } from '@/lib/statistics/histogram';
import type { JobRow, World } from './rows';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const DAYS = 30;
const MINUTES_BACK = 26 * 60;
/** The process that counted all of it. */
const COUNTED_BY = '01900000-0000-7000-8000-000000000001';

/** What runs in a quiet minute at noon, and how long jobs wait and run, in milliseconds. */
const FLOWS = [
  { queue: 'high', runner: 'warehouse.ImportOrdersJob', perMinute: 6, waitMs: 40, runMs: 2_400 },
  { queue: 'default', runner: 'reports.ExportInvoicesJob', perMinute: 3, waitMs: 300, runMs: 900 },
  { queue: 'low', runner: 'warehouse.CountStockJob', perMinute: 1, waitMs: 4_000, runMs: 14_000 },
  { queue: 'low', runner: 'core.HousekeepingJob', perMinute: 0.02, waitMs: 90, runMs: 800 },
  {
    ...{ queue: 'data_sources.sync', runner: 'data_sources.SyncDataSourceJob' },
    ...{ perMinute: 0.1, waitMs: 120, runMs: 5_200 },
  },
] as const;

/** A month of statistics, with days and nights, an outage five days ago and a bad hour this afternoon; and the groups of failures. */
export function addStatistics(world: World): void {
  addFingerprints(world);
  const now = world.clock.now.getTime();
  const thisHour = Math.floor(now / HOUR) * HOUR;
  for (let at = thisHour - DAYS * 24 * HOUR; at < thisHour - 24 * HOUR; at += HOUR) {
    for (const flow of FLOWS) world.hours.push(countsOf(world, flow, at, 60));
  }
  for (let at = thisHour - 24 * HOUR; at <= now - MINUTE; at += MINUTE) {
    for (const flow of FLOWS) {
      world.minutes.push({ ...countsOf(world, flow, at, 1), countedBy: COUNTED_BY });
    }
  }
  addDepths(world);
}

type Flow = (typeof FLOWS)[number];

function countsOf({ clock }: World, flow: Flow, at: number, minutes: number) {
  const trouble = troubleAt(clock.now.getTime(), at);
  const mean = flow.perMinute * minutes * activityAt(at) * (trouble.away ? 0.1 : 1);
  const ended = Math.max(0, Math.round(mean + (clock.random() - 0.5) * 2 * Math.sqrt(mean + 1)));
  const share = (rate: number) => Math.min(ended, Math.floor(ended * rate + clock.random()));
  const failed = share(trouble.failing ? 0.35 : 0.01);
  const errored = Math.min(ended - failed, share(trouble.failing ? 0.1 : 0.006));
  const wait = drawn(clock.random, ended, flow.waitMs * (trouble.failing ? 12 : 1));
  const run = drawn(clock.random, ended, flow.runMs);
  return {
    ...{ at: new Date(at), queue: flow.queue, runner: flow.runner },
    ...{
      completed: ended - failed - errored,
      failed,
      errored,
      cancelled: clock.random() < 0.02 * minutes ? 1 : 0,
    },
    ...{ waitBuckets: [...wait.keys()], waitCounts: [...wait.values()] },
    ...{ runBuckets: [...run.keys()], runCounts: [...run.values()] },
  };
}

/** Much by day, little by night, less at weekends. */
function activityAt(at: number): number {
  const date = new Date(at);
  const day =
    0.55 + 0.45 * Math.sin(((date.getUTCHours() + date.getUTCMinutes() / 60 - 7) / 24) * 2 * Math.PI);
  return day * (date.getUTCDay() % 6 === 0 ? 0.4 : 1);
}

function troubleAt(now: number, at: number): { away: boolean; failing: boolean } {
  const hoursAgo = (now - at) / HOUR;
  return { away: hoursAgo > 120 && hoursAgo < 127, failing: hoursAgo > 2.5 && hoursAgo < 3.5 };
}

/** So many durations around a median, a few of them long; drawn at most 24 times, each for several. */
function drawn(random: () => number, count: number, medianMs: number): Histogram {
  const histogram: Histogram = new Map();
  const draws = Math.min(count, 24);
  for (let draw = 0; draw < draws; draw++) {
    const normal = random() + random() + random() + random() - 2;
    const each = Math.floor(count / draws) + (draw < count % draws ? 1 : 0);
    addTo(histogram, bucketOf(medianMs * Math.exp(normal * 1.6)), each);
  }
  return histogram;
}

function addDepths({ clock, depths }: World): void {
  const now = Math.floor(clock.now.getTime() / MINUTE) * MINUTE;
  for (const { queue, waitMs } of new Map(FLOWS.map((flow) => [flow.queue, flow])).values()) {
    // Every minute of the last day, every hour before it.
    for (let minute = 0; minute < DAYS * 24 * 60; minute += minute < MINUTES_BACK ? 1 : 60) {
      const at = now - minute * MINUTE;
      const swell = troubleAt(now, at).failing ? 60 : 1;
      const pending = Math.floor(clock.random() ** 3 * 14 * activityAt(at) * swell);
      depths.push({
        ...{
          queue,
          at: new Date(at),
          pending,
          running: Math.floor(clock.random() * 5 * activityAt(at) + 0.5),
        },
        oldestWaitMs: pending > 0 ? Math.round(waitMs * (1 + pending * clock.random())) : null,
      });
    }
  }
}

/** What the engine would have set when these jobs failed. */
function addFingerprints({ jobs, failures }: World): void {
  const groups = new Map<string, Prisma.FailureGroupCreateManyInput>();
  for (const job of jobs) {
    if (job.status !== 'failed' && job.status !== 'errored') continue;
    const { runner, reason = null, error = null, errorStack: stack = null } = job;
    job.fingerprint = fingerprintOf({ runner, reason, error, stack });
    groups.set(job.fingerprint, joined(groups.get(job.fingerprint), job, job.fingerprint));
  }
  failures.push(...groups.values());
}

function joined(group: Prisma.FailureGroupCreateManyInput | undefined, job: JobRow, fingerprint: string) {
  const at = new Date(job.completedAt ?? 0);
  const { runner, status, error, id: jobId } = job;
  const seen = { status, error: error ?? '', jobId, lastSeenAt: at };
  if (!group) return { runner, fingerprint, count: 1, firstSeenAt: at, ...seen };
  const first = at < group.firstSeenAt ? at : group.firstSeenAt;
  return { ...group, ...(at > group.lastSeenAt ? seen : {}), firstSeenAt: first, count: group.count + 1 };
}
