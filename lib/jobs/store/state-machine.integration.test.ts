import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { findViolations } from '@/lib/doctor/find-violations';
import { YardmasterError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { pauseQueue } from '@/lib/queues/commands/pause-queue';
import { resumeQueue } from '@/lib/queues/commands/resume-queue';
import { administrator } from '@/lib/worker/testing/administrator';
import { cancelJob } from '../commands/cancel-job';
import { deleteJob } from '../commands/delete-job';
import { retryJob } from '../commands/retry-job';
import { objectRef } from '../object-ref';
import { armDue, armMissing } from '../schedule/arm';
import { promoteDue } from '../schedule/promote-due';
import { isTerminal, type JobStatus } from '../status';
import { addFixtures, Greets, Returns } from '../testing/fixture-plugin';
import { claimJobs } from './claim-jobs';
import { finishJobs } from './finish-jobs';
import { MOST_LOST, reapJobs } from './reap-jobs';
import { requeueJobs } from './requeue-jobs';
import { poolSql } from './sql';
import { heartbeat, registerWorker } from './worker-rows';

// Random walks through the life of jobs, by the engine's own statements and no transport. After each step every row
// must have moved along an arrow that this step may walk, or not at all; at the end every invariant must hold.

useTestDatabase();
beforeAll(addFixtures);

const QUEUES = ['default', 'low'] as const;
const RUNNERS = ['fixture.Returns', 'fixture.Greets'];
const STEPS = 30;

interface Row {
  id: string;
  status: JobStatus;
  attemptNo: number;
  dispatchNo: number;
  workerId: string | null;
  lostAttempts: number;
  queue: string;
  armed: boolean;
  onceKey: string | null;
  scheduleId: string | null;
  cancelAsked: boolean;
}

const readRows = () =>
  poolSql<Row>(
    `SELECT id, status, attempt_no AS "attemptNo", dispatch_no AS "dispatchNo", worker_id AS "workerId", armed, queue,
       lost_attempts AS "lostAttempts", once_key AS "onceKey", schedule_id AS "scheduleId",
       cancel_asked_at IS NOT NULL AS "cancelAsked" FROM job ORDER BY id`,
    [],
  );

interface Claim {
  jobId: string;
  attemptNo: number;
  workerId: string;
}

interface World {
  workers: string[];
  claims: Claim[];
  paused: Set<string>;
  silent: Set<string>;
}

interface Step {
  verb: keyof typeof verbs;
  /** Picks the job or the claim. */
  which: number;
  /** Picks the worker, the queue, the key. */
  one: 0 | 1;
  flag: boolean;
}

/** The arrows that a step may walk: given a row before and after (undefined: gone), whether that is right. */
type Arrow = (before: Row, after: Row | undefined) => boolean;
const none: Arrow = () => false;

const pick = <Item>(items: readonly Item[], which: number): Item | undefined => items[which % items.length];
const owned = (rows: readonly Row[], claim: Claim): boolean => {
  const row = rows.find(({ id }) => id === claim.jobId);
  return row?.status === 'running' && row.attemptNo === claim.attemptNo && row.workerId === claim.workerId;
};

/** The one row of this id moves so; all others stay. */
const only =
  (id: string, arrow: Arrow): Arrow =>
  (before, after) =>
    before.id === id && arrow(before, after);

/** Refusals that a verb of the console makes are answers; anything else is a failure. */
async function allowRefusal(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof YardmasterError && error.code === 'conflict') return false;
    throw error;
  }
}

const verbs = {
  async enqueue(_: World, step: Step) {
    await Returns.enqueue({
      queueName: QUEUES[step.one],
      ...(step.flag ? { scheduleAt: new Date(Date.now() + 600_000) } : {}),
    });
    return none;
  },

  async enqueueOnce(_: World, step: Step) {
    await Returns.enqueueOnce({ instance: objectRef('fixture.site', step.one) });
    return none;
  },

  async schedule(_: World, step: Step) {
    const scheduleAt = new Date(Date.now() + 60_000 * (1 + (step.which % 5)));
    if ((await db().schedule.count()) < 3) await Greets.enqueue({ interval: 5, scheduleAt });
    return none;
  },

  async claim(world: World, step: Step, rows: readonly Row[]) {
    const pending = rows.filter(({ status }) => status === 'pending');
    const row = pick(step.flag && pending.length > 0 ? pending : rows, step.which);
    const workerId = pick(world.workers, step.one);
    if (!row || !workerId) return none;
    // Now and then a message that was overtaken.
    const dispatchNo = step.which % 7 === 0 ? row.dispatchNo - 1 : row.dispatchNo;
    const [job] = await claimJobs(workerId, RUNNERS, [{ jobId: row.id, dispatchNo }]);
    if (job === 'unknown_runner') throw new Error('Every job here has a runner that was passed');
    const suspectRuns = rows.some(
      (other) => other.workerId === workerId && other.status === 'running' && other.lostAttempts > 0,
    );
    const right = row.status === 'pending' && dispatchNo === row.dispatchNo && !world.paused.has(row.queue);
    if (!right) expect(job).toBeNull();
    else if (row.lostAttempts === 0 || !suspectRuns) expect(job).toMatchObject({ id: row.id });
    if (job) world.claims.push({ jobId: job.id, attemptNo: job.attemptNo, workerId });
    return only(row.id, (before, after) =>
      job
        ? after?.status === 'running' &&
          after.attemptNo === before.attemptNo + 1 &&
          after.workerId === workerId
        : right && after?.status === 'scheduled' && after.dispatchNo === before.dispatchNo + 1,
    );
  },

  async finish(world: World, step: Step, rows: readonly Row[]) {
    const claim = pick(step.flag ? world.claims.slice(-3) : world.claims, step.which);
    if (!claim) return none;
    const status: JobStatus = step.one ? 'completed' : 'failed';
    const [kept] = await finishJobs([
      {
        ...claim,
        ...{
          status,
          reason: null,
          dataText: null,
          error: null,
          errorStack: null,
          fingerprint: null,
          failed: step.one ? 0 : 1,
        },
      },
    ]);
    expect(kept).toBe(owned(rows, claim));
    return only(claim.jobId, (_, after) => kept === true && after?.status === status);
  },

  async handBack(world: World, step: Step, rows: readonly Row[]) {
    const claim = pick(step.flag ? world.claims.slice(-3) : world.claims, step.which);
    if (!claim) return none;
    const delayMs = step.which % 2 === 0 ? 0 : 60_000;
    const [kept] = await requeueJobs([
      {
        ...{ ...claim, error: null, errorStack: null, delayMs },
        ...(step.one ? { outcome: 'errored', failed: 1 } : { outcome: 'interrupted', failed: 0 }),
      },
    ]);
    expect(kept !== null).toBe(owned(rows, claim));
    return only(claim.jobId, (before, after) => {
      const status = before.cancelAsked ? 'cancelled' : delayMs > 0 ? 'scheduled' : 'pending';
      return kept === status && after?.status === status && after.dispatchNo === before.dispatchNo + 1;
    });
  },

  async cancel(_: World, step: Step, rows: readonly Row[]) {
    const row = pick(rows, step.which);
    if (!row) return none;
    expect(await allowRefusal(cancelJob(administrator, { id: row.id }))).toBe(!isTerminal(row.status));
    return only(row.id, (before, after) =>
      before.status === 'running'
        ? after?.status === 'running' && after.cancelAsked
        : !isTerminal(before.status) && after?.status === 'cancelled',
    );
  },

  async remove(_: World, step: Step, rows: readonly Row[]) {
    const row = pick(rows, step.which);
    if (row) await deleteJob(administrator, { id: row.id });
    return row ? only(row.id, (_before, after) => after === undefined) : none;
  },

  async retry(_: World, step: Step, rows: readonly Row[]) {
    const row = pick(rows, step.which);
    if (!row) return none;
    const done = await allowRefusal(retryJob(administrator, { id: row.id }));
    return only(
      row.id,
      (before, after) =>
        done && isTerminal(before.status) && before.status !== 'completed' && after?.status === 'pending',
    );
  },

  async pauseOrResume(world: World, step: Step) {
    const queue = QUEUES[step.one];
    if (world.paused.delete(queue)) await resumeQueue(administrator, { queue });
    else {
      world.paused.add(queue);
      await pauseQueue(administrator, { queue });
    }
    return none;
  },

  async silence(world: World, step: Step) {
    const id = pick(world.workers, step.one) ?? '';
    if (step.flag) {
      world.silent.add(id);
      await poolSql(
        `UPDATE worker_process SET heartbeat_at = now() - interval '1 minute' WHERE id = $1 AND ended_at IS NULL`,
        [id],
      );
    } else {
      world.silent.delete(id);
      await heartbeat(id, null);
    }
    return none;
  },

  async reap(world: World): Promise<Arrow> {
    await reapJobs();
    return (before, after) => {
      if (before.status !== 'running' || !world.silent.has(before.workerId ?? '')) return false;
      if (after?.lostAttempts !== before.lostAttempts + 1) return false;
      if (before.lostAttempts + 1 >= MOST_LOST) return after.status === 'errored';
      return after.status === (before.cancelAsked ? 'cancelled' : 'pending');
    };
  },

  async timePasses(world: World, step: Step) {
    // Never a whole number of intervals: no occurrence moves onto the time of another on the way.
    const by = `interval '${step.which} minutes 17 seconds'`;
    for (const [table, columns] of Object.entries(TIMES))
      await poolSql(
        `UPDATE ${table} SET ${columns.map((column) => `${column} = ${column} - ${by}`).join(', ')}`,
        [],
      );
    for (const id of world.workers) if (!world.silent.has(id)) await heartbeat(id, null);
    return none;
  },

  async scheduler(): Promise<Arrow> {
    await runScheduler();
    return (before, after) =>
      (before.status === 'scheduled' && ['pending', 'cancelled'].includes(after?.status ?? '')) ||
      (before.armed && after?.status === before.status && !after.armed);
  },
};

const TIMES = {
  job: ['created_at', 'run_at', 'started_at', 'completed_at', 'occurrence_at', 'cancel_asked_at'],
  job_attempt: ['due_at', 'started_at', 'ended_at'],
  schedule: ['anchor_at', 'created_at', 'updated_at'],
  worker_process: ['started_at', 'heartbeat_at', 'ended_at'],
  queue_control: ['paused_at'],
} as const;

async function runScheduler(): Promise<void> {
  while ((await armDue()).more);
  while ((await promoteDue()).more);
  await armMissing();
}

async function newWorld(): Promise<World> {
  await db().job.deleteMany();
  await db().schedule.deleteMany();
  await db().queueControl.deleteMany();
  await db().workerProcess.deleteMany();
  const workers = [newId(), newId()];
  for (const id of workers) {
    const process = { id, host: 'yard', pid: 1, version: '0', backend: 'postgres', slots: 9 };
    await registerWorker({ ...process, queues: QUEUES, runners: RUNNERS, plugins: {} });
  }
  return { workers, claims: [], paused: new Set(), silent: new Set() };
}

function expectArrows(before: readonly Row[], after: readonly Row[], arrow: Arrow): void {
  const now = new Map(after.map((row) => [row.id, row]));
  for (const was of before) {
    const is = now.get(was.id);
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    expect(arrow(was, is), `from ${JSON.stringify(was)} to ${JSON.stringify(is)}`).toBe(true);
    expect(is?.attemptNo ?? was.attemptNo).toBeGreaterThanOrEqual(was.attemptNo);
    expect(is?.dispatchNo ?? was.dispatchNo).toBeGreaterThanOrEqual(was.dispatchNo);
  }
}

const often = [
  'enqueue',
  'claim',
  'claim',
  'claim',
  'finish',
  'handBack',
  'reap',
  'scheduler',
  'timePasses',
] as const;
const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...often, ...(Object.keys(verbs) as (keyof typeof verbs)[])),
  which: fc.nat({ max: 30 }),
  one: fc.constantFrom(0 as const, 1 as const),
  flag: fc.boolean(),
});

test('whatever is done in whatever order, rows move along arrows alone, and the invariants hold', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: STEPS, size: 'max' }), async (steps) => {
      const world = await newWorld();
      for (const one of steps) {
        const before = await readRows();
        const arrow = await verbs[one.verb](world, one, before);
        expectArrows(before, await readRows(), arrow);
      }
      await reapJobs();
      await runScheduler();
      expect(await findViolations({ redisUrl: false, patience: 0 })).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
