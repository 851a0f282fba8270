import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import type { Job } from '@/lib/jobs';
import { inTransaction, poolSql } from '@/lib/jobs/store/sql';
import { addFixtures, Greets, Returns } from '@/lib/jobs/testing/fixture-plugin';
import { openBackend } from '@/lib/queue/backend';
import { bundled } from '@/lib/queue/bundle';
import { Transport } from '@/lib/queue/transport';
import type { Finding } from './examine';
import { findViolations, look, repair } from './find-violations';
import { invariants } from './invariants';

const services = useTestDatabase();
beforeAll(addFixtures);
beforeEach(async () => {
  await db().job.deleteMany();
  await db().schedule.deleteMany();
  await db().workerProcess.deleteMany();
  await db().queueControl.deleteMany();
});

const sql = (text: string, ...params: unknown[]) => poolSql(text, params);
const names = (findings: readonly Finding[]) => findings.map(({ invariant }) => invariant);
const found = async (name: string) =>
  (await findViolations({ redisUrl: false })).find(({ invariant }) => invariant === name)?.rows ?? [];

/** A worker that has lived for an hour, as far as its row says. */
async function liveWorker(values: Partial<{ backend: string; heartbeatAt: Date }> = {}): Promise<string> {
  const id = newId();
  await db().workerProcess.create({
    data: {
      ...{ id, host: 'yard', pid: 1, version: '0', backend: 'postgres', slots: 1 },
      ...{ queues: ['default'], runners: [], startedAt: new Date(Date.now() - 3_600_000), ...values },
    },
  });
  return id;
}

/** Mends, and expects that nothing is left to be told. */
async function expectMended(): Promise<void> {
  const { left } = await repair({ redisUrl: false });
  expect(names(left)).toEqual([]);
}

test('finds nothing where nothing is wrong', async () => {
  await liveWorker();
  await Returns.enqueue();
  await Returns.enqueue({ interval: 60, scheduleAt: new Date(Date.now() + 60_000) });
  await Greets.enqueue({ immediate: true });
  expect(await look({ redisUrl: false })).toEqual([]);
});

describe('finds and mends', () => {
  test('a job that runs at a worker which is gone', async () => {
    const job = await Returns.enqueue();
    const silent = await liveWorker({ heartbeatAt: new Date(Date.now() - 60_000) });
    await sql(
      `UPDATE job SET status = 'running', worker_id = $2, attempt_no = 1, started_at = now() - interval '1 hour' WHERE id = $1`,
      job.id,
      silent,
    );
    expect(await found('running-has-live-worker')).toMatchObject([{ id: job.id, workerId: silent }]);
    await expectMended();
    expect(await db().job.findUnique({ where: { id: job.id } })).toMatchObject({
      status: 'pending',
      lostAttempts: 1,
    });
  });

  test('a schedule without an armed occurrence, but not one that never comes again', async () => {
    const job = await Returns.enqueue({ interval: 60, scheduleAt: new Date(Date.now() + 60_000) });
    const never = await Returns.enqueue({ cron: '0 0 1 1 *' });
    await sql("UPDATE schedule SET cron = '0 0 30 2 *' WHERE id = $1", never.scheduleId);
    await sql('DELETE FROM job');
    expect(await found('active-schedule-is-armed')).toEqual([]);
    await sql("UPDATE schedule SET updated_at = now() - interval '1 minute'");
    expect(await found('active-schedule-is-armed')).toMatchObject([{ id: job.scheduleId }]);
    await expectMended();
    expect(await db().job.count({ where: { scheduleId: job.scheduleId, armed: true } })).toBe(1);
  });

  test('what is long due and nobody let go', async () => {
    const job = await Returns.enqueue({ scheduleAt: new Date(Date.now() + 60_000) });
    const later = await Returns.enqueue({ interval: 60, scheduleAt: new Date(Date.now() + 60_000) });
    await sql(
      `UPDATE job SET run_at = now() - interval '1 minute', occurrence_at = occurrence_at - interval '2 minutes'`,
    );
    expect(await found('due-is-not-overlooked')).toEqual([]);
    await liveWorker();
    expect((await found('due-is-not-overlooked')).map(({ id }) => id)).toEqual(
      expect.arrayContaining([job.id, later.id]),
    );
    await expectMended();
    expect(await db().job.count({ where: { status: 'pending' } })).toBe(2);
  });

  test('an ended schedule with an occurrence that waits', async () => {
    const job = await Returns.enqueue({ interval: 60, scheduleAt: new Date(Date.now() + 60_000) });
    await sql("UPDATE schedule SET ended_at = now(), end_reason = 'replaced'");
    expect(await found('ended-schedule-rests')).toMatchObject([{ id: job.scheduleId, jobs: [job.id] }]);
    await expectMended();
    expect(await db().job.count()).toBe(0);
  });

  test('attempts that tell another story than their job', async () => {
    const add = (job: Job, no: number, outcome: string) =>
      sql(
        `INSERT INTO job_attempt (job_id, no, due_at, started_at, outcome) VALUES ($1, $2, now(), now(), $3::attempt_outcome)`,
        job.id,
        no,
        outcome,
      );
    const [beyond, twice, again, missing] = await Promise.all(
      [1, 2, 3, 4].map(() => Greets.enqueue({ immediate: true })),
    );
    if (!beyond || !twice || !again || !missing) throw new Error('expected four jobs');
    await sql("UPDATE job SET status = 'errored' WHERE id = ANY($1)", [beyond.id, twice.id]);
    await add(beyond, 2, 'errored');
    await add(beyond, 1, 'errored');
    await sql('UPDATE job SET attempt_no = 2 WHERE id = $1', twice.id);
    await add(twice, 1, 'completed');
    await add(twice, 2, 'completed');
    await sql('UPDATE job SET attempt_no = 2 WHERE id = ANY($1)', [again.id, missing.id]);
    await add(again, 1, 'completed');
    const problems = (await found('attempts-agree')).map(({ id, problem }) => ({ id, problem }));
    expect(problems).toEqual(
      expect.arrayContaining([
        { id: beyond.id, problem: 'beyond' },
        { id: twice.id, problem: 'completed_twice' },
        { id: again.id, problem: 'completed_again' },
        { id: missing.id, problem: 'missing' },
      ]),
    );
    // An attempt that vanished cannot be made up: that one stays.
    const { left } = await repair({ redisUrl: false });
    expect(left).toMatchObject([{ invariant: 'attempts-agree', rows: [{ id: missing.id }] }]);
  });

  test('more than are told at once, behind some that cannot be mended', async () => {
    const jobs = await Greets.enqueueMany(Array.from({ length: 330 }, () => ({})));
    const [beyond, missing] = [jobs.slice(0, 210), jobs.slice(210)].map((part) => part.map(({ id }) => id));
    await sql(
      "UPDATE job SET status = 'errored', completed_at = now(), attempt_no = CASE WHEN id = ANY($1) THEN 5 ELSE 1 END",
      missing,
    );
    await sql(
      `INSERT INTO job_attempt (job_id, no, due_at, started_at, outcome)
       SELECT id, no, now(), now(), 'errored' FROM unnest($1::uuid[]) id, generate_series(1, 2) no`,
      beyond,
    );
    const { found: before, mended, left } = await repair({ redisUrl: false });
    expect(before).toMatchObject([{ invariant: 'attempts-agree', rows: { length: 100 } }]);
    expect(mended).toEqual({ 'attempts-agree': 210 });
    expect(left).toMatchObject([{ invariant: 'attempts-agree', rows: { length: 100 } }]);
    expect(left[0]?.rows.every(({ problem }) => problem === 'missing')).toBe(true);
  });

  test('log entries of an attempt that never was', async () => {
    const job = await Greets.enqueue({ immediate: true });
    await sql('UPDATE job_log_entry SET attempt = 7 WHERE job_id = $1', job.id);
    expect(await found('log-belongs-to-attempt')).toMatchObject([{ id: job.id, logAttempt: 7 }]);
  });

  test('a job of a paused queue that started after the pause', async () => {
    const job = await Returns.enqueue();
    await sql("INSERT INTO queue_control (queue, paused_at) VALUES ('default', now() - interval '1 minute')");
    const worker = await liveWorker();
    expect(await found('paused-queue-starts-nothing')).toEqual([]);
    await sql(
      `UPDATE job SET status = 'running', worker_id = $2, attempt_no = 1, started_at = now() WHERE id = $1`,
      job.id,
      worker,
    );
    expect(await found('paused-queue-starts-nothing')).toMatchObject([{ id: job.id }]);
    await Greets.enqueue({ immediate: true });
    expect(await found('paused-queue-starts-nothing')).toHaveLength(1);
  });
});

describe('where a guard of the database is gone', () => {
  let restore: string[] = [];
  // The guard can only be made again when the doctor has mended everything that it forbids.
  afterEach(async () => {
    for (const statement of restore) await sql(statement);
    expect(names(await findViolations({ redisUrl: false }))).toEqual([]);
  });

  async function drop(kind: 'index' | 'constraint', name: string): Promise<void> {
    const [row] = await poolSql<{ is: string }>(
      kind === 'index'
        ? `SELECT pg_get_indexdef('${name}'::regclass) AS is`
        : `SELECT 'ALTER TABLE job ADD CONSTRAINT ${name} ' || pg_get_constraintdef(oid) AS is FROM pg_constraint WHERE conname = '${name}'`,
      [],
    );
    restore = [row?.is ?? ''];
    await sql(kind === 'index' ? `DROP INDEX ${name}` : `ALTER TABLE job DROP CONSTRAINT ${name}`);
    expect(await found('guards-stand')).toMatchObject([{ id: name }]);
  }

  /** What is left once only the guard is missing. */
  async function expectOnlyGuardLeft(): Promise<void> {
    const { left } = await repair({ redisUrl: false });
    expect(names(left)).toEqual(['guards-stand']);
  }

  test('an end without its time, a time without an end', async () => {
    await drop('constraint', 'job_terminal_has_end');
    const ended = await Greets.enqueue({ immediate: true });
    const waiting = await Returns.enqueue();
    await sql('UPDATE job SET completed_at = NULL WHERE id = $1', ended.id);
    await sql('UPDATE job SET completed_at = now() WHERE id = $1', waiting.id);
    expect((await found('ended-has-time')).map(({ id }) => id).sort()).toEqual([ended.id, waiting.id].sort());
    await expectOnlyGuardLeft();
  });

  test('a second live job of a key', async () => {
    await drop('index', 'job_once_key_live');
    const jobs = [await Returns.enqueue(), await Returns.enqueue(), await Returns.enqueue()];
    await sql("UPDATE job SET once_key = 'key'");
    expect(await found('one-live-job-a-key')).toMatchObject([{ id: 'key', rows: jobs.map(({ id }) => id) }]);
    await expectOnlyGuardLeft();
    expect(await db().job.findMany({ where: { status: 'pending' } })).toMatchObject([{ id: jobs[0]?.id }]);
    expect(await db().job.count({ where: { status: 'cancelled', reason: 'replaced' } })).toBe(2);
  });

  test('two armed occurrences of a schedule', async () => {
    await drop('index', 'job_armed_occurrence');
    const job = await Returns.enqueue({ interval: 60, scheduleAt: new Date(Date.now() + 60_000) });
    const second = await Returns.enqueue({ scheduleAt: new Date(Date.now() + 3_660_000) });
    await sql(
      'UPDATE job SET armed = true, schedule_id = $2, occurrence_at = run_at WHERE id = $1',
      second.id,
      job.scheduleId,
    );
    expect(await found('one-armed-occurrence')).toMatchObject([{ id: job.scheduleId }]);
    await expectOnlyGuardLeft();
    expect(await db().job.findMany({ where: { armed: true } })).toMatchObject([{ id: second.id }]);
  });

  test('two jobs for one time of a schedule', async () => {
    await drop('index', 'job_occurrence');
    const job = await Returns.enqueue({ interval: 60, scheduleAt: new Date(Date.now() + 60_000) });
    const second = await Returns.enqueue({ scheduleAt: job.runAt });
    await sql(
      'UPDATE job SET schedule_id = $2, occurrence_at = run_at WHERE id = $1',
      second.id,
      job.scheduleId,
    );
    expect(await found('one-row-an-occurrence')).toMatchObject([{ id: job.scheduleId }]);
    await expectOnlyGuardLeft();
    expect(await db().job.count()).toBe(1);
  });
});

describe.each(['postgres', 'redis'] as const)('the transport on %s', (kind) => {
  const redisUrl = kind === 'redis' ? services.redisUrl : '';

  test('a due job without a message is found and dispatched; a message without a row is told', async () => {
    await liveWorker({ backend: kind });
    const job = await Returns.enqueue();
    expect(await findViolations({ redisUrl })).toEqual([]);
    await sql("UPDATE job SET run_at = now() - interval '1 minute'");
    expect(await findViolations({ redisUrl })).toMatchObject([
      { invariant: 'pending-has-message', rows: [{ id: job.id, queue: 'default' }] },
    ]);
    await repair({ redisUrl });
    expect(await look({ redisUrl })).toEqual([]);

    const backend = await openBackend(1, redisUrl);
    const transport = new Transport('default', backend);
    await transport.ready();
    const jobId = randomUUID();
    await transport.add(bundled([{ jobId, dispatchNo: 3 }]));
    expect(await transport.held(10)).toMatchObject({ strange: [] });
    expect(await look({ redisUrl })).toMatchObject([
      { invariant: 'message-has-row', level: 'info', rows: [{ id: jobId, dispatchNo: 3 }] },
    ]);
    expect(await findViolations({ redisUrl })).toEqual([]);
    await transport.clear();
    await transport.close();
    await backend.close();
  });

  test('refuses to look where the workers keep no messages', async () => {
    await liveWorker({ backend: kind === 'redis' ? 'postgres' : 'redis' });
    await expect(findViolations({ redisUrl })).rejects.toThrow('expected the same REDIS_URL');
  });
});

test('every invariant has a name of its own and says in a sentence what must hold', async () => {
  expect(new Set(invariants.map(({ name }) => name)).size).toBe(invariants.length);
  for (const { describe: sentence } of invariants) expect(sentence).toMatch(/^[A-Z].*\.$/);
  // Each statement is one that Postgres can parse and run within a transaction, too.
  await inTransaction(async (within) => {
    for (const { find } of invariants)
      expect(await find({ sql: within, transports: [], depth: 10, patience: 1 })).toEqual([]);
  });
});
