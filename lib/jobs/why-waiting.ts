import type { JobReason, JobStatus } from './status';
import { SUSPECT_FROM } from './store/claimed-job';

/** A worker as far as it matters to a job that waits. */
export interface WaitingWorker {
  id: string;
  host: string;
  pid: number;
  queues: string[];
  /** Its heartbeat is fresh. */
  live: boolean;
  slots: number;
  /** Jobs that it runs now. */
  used: number;
  /** What an operator asked of it: `quiet` or `stop`; it takes nothing new then. */
  asked: string | null;
  /** What is wrong with its stores right now, in its own words. */
  trouble: string | null;
  /** It provides the job's runner. */
  knowsRunner: boolean;
  /** It runs a job that has lost workers before: it takes no second such job. */
  runsSuspect: boolean;
}

/** All that decides whether a job may start, read at one moment. Times are ISO 8601. */
export interface WaitingFacts {
  now: string;
  status: JobStatus;
  reason: JobReason | null;
  queue: string;
  runner: string;
  runAt: string;
  attemptNo: number;
  failedAttempts: number;
  lostAttempts: number;
  maxRetries: number;
  ofSchedule: boolean;
  paused: { at: string; by: string | null; reason: string | null } | null;
  /** How many jobs of the queue may run at once; null: as many as there are slots. */
  limit: number | null;
  /** Jobs of the queue that run now. */
  running: number;
  /** Jobs of the queue that are due before this one, counted up to DEPTH_LIMIT. */
  ahead: number;
  /** The occurrence of the same schedule that has to end first. */
  earlier: { id: string; status: JobStatus } | null;
  /** Workers that live, and those that went silent in the last hour while they served the queue. */
  workers: WaitingWorker[];
}

export type NamedWorker = Pick<WaitingWorker, 'id' | 'host' | 'pid'>;

/** What keeps a job that is due from starting. */
export type Obstacle =
  | { kind: 'paused'; at: string; by: string | null; reason: string | null }
  | { kind: 'no_worker'; command: string; silent: NamedWorker[] }
  | { kind: 'workers_quiet'; command: string; workers: NamedWorker[] }
  | { kind: 'trouble'; workers: (NamedWorker & { trouble: string })[] }
  | { kind: 'unknown_runner'; runner: string; knownBy: (NamedWorker & { queues: string[] })[] }
  | { kind: 'suspect'; lost: number }
  | { kind: 'limit'; limit: number; running: number; ahead: number }
  | { kind: 'slots_full'; slots: number; ahead: number; workers: NamedWorker[] };

/** Why a job is not running. `besides`: what would keep it from starting even if its time had come. */
export type WhyWaiting =
  | Obstacle
  | { kind: 'retry'; attempt: number; of: number; at: string; besides: Obstacle | null }
  | { kind: 'schedule'; at: string; besides: Obstacle | null }
  | { kind: 'time'; at: string; besides: Obstacle | null }
  | { kind: 'overlap'; earlier: { id: string; status: JobStatus } }
  | { kind: 'soon'; since: string; ahead: number };

/** The first thing that keeps the job from running, most decisive first. Null: it does not wait. Pure. */
export function whyWaiting(facts: WaitingFacts): WhyWaiting | null {
  if (facts.status === 'pending') return obstacleOf(facts) ?? soon(facts);
  if (facts.status !== 'scheduled') return null;
  // Both wait a few seconds again and again: what they wait for is not the time.
  if (facts.reason === 'unknown_runner') return obstacleOf(facts) ?? soon(facts);
  if (isSuspect(facts) && facts.failedAttempts === 0 && runsAnySuspect(facts))
    return { kind: 'suspect', lost: facts.lostAttempts };
  if (facts.runAt > facts.now) return waitsForTime(facts);
  if (facts.earlier) return { kind: 'overlap', earlier: facts.earlier };
  return obstacleOf(facts) ?? soon(facts);
}

function waitsForTime(facts: WaitingFacts): WhyWaiting {
  const at = facts.runAt;
  const obstacle = obstacleOf(facts);
  // How full the workers are now says nothing about then.
  const besides = obstacle && lasts(obstacle) ? obstacle : null;
  if (facts.failedAttempts > 0)
    return { kind: 'retry', attempt: facts.failedAttempts + 1, of: facts.maxRetries + 1, at, besides };
  return { kind: facts.ofSchedule ? 'schedule' : 'time', at, besides };
}

const lasts = ({ kind }: Obstacle): boolean =>
  kind === 'paused' || kind === 'no_worker' || kind === 'workers_quiet' || kind === 'unknown_runner';

function obstacleOf(facts: WaitingFacts): Obstacle | null {
  const { queue, runner, paused, limit, running, ahead } = facts;
  if (paused) return { kind: 'paused', ...paused };
  const serving = facts.workers.filter(({ queues }) => queues.includes(queue));
  const live = serving.filter(({ live }) => live);
  const command = `npm run worker -- ${queue}`;
  if (live.length === 0) return { kind: 'no_worker', command, silent: serving.map(named) };
  const open = live.filter(({ asked }) => asked === null);
  if (open.length === 0) return { kind: 'workers_quiet', command, workers: live.map(named) };
  const knowing = open.filter(({ knowsRunner }) => knowsRunner);
  if (knowing.length === 0) return { kind: 'unknown_runner', runner, knownBy: knownBy(facts) };
  const well = knowing.filter(({ trouble }) => trouble === null);
  if (well.length === 0)
    return {
      kind: 'trouble',
      workers: knowing.map((worker) => ({ ...named(worker), trouble: worker.trouble ?? '' })),
    };
  if (isSuspect(facts) && well.every(({ runsSuspect }) => runsSuspect))
    return { kind: 'suspect', lost: facts.lostAttempts };
  if (limit !== null && running >= limit) return { kind: 'limit', limit, running, ahead };
  if (well.some(({ used, slots }) => used < slots)) return null;
  return {
    kind: 'slots_full',
    slots: well.reduce((sum, worker) => sum + worker.slots, 0),
    ahead,
    workers: well.map(named),
  };
}

const soon = ({ runAt, ahead }: WaitingFacts): WhyWaiting => ({ kind: 'soon', since: runAt, ahead });

const isSuspect = ({ lostAttempts }: WaitingFacts): boolean => lostAttempts >= SUSPECT_FROM;

const runsAnySuspect = ({ workers }: WaitingFacts): boolean =>
  workers.some(({ live, runsSuspect }) => live && runsSuspect);

const knownBy = ({ workers }: WaitingFacts) =>
  workers
    .filter(({ live, knowsRunner }) => live && knowsRunner)
    .map((worker) => ({ ...named(worker), queues: worker.queues }));

const named = ({ id, host, pid }: WaitingWorker): NamedWorker => ({ id, host, pid });
