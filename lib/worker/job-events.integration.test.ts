import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { type Job, type JobEvent, objectRef, onJobEvent } from '@/lib/jobs';
import { cancelJob } from '@/lib/jobs/commands/cancel-job';
import { jobEventsDelivered } from '@/lib/jobs/events/on-job-event';
import { MOST_LOST } from '@/lib/jobs/store/reap-jobs';
import { addFixtures, Fails, Returns, Sleeps, Throws } from '@/lib/jobs/testing/fixture-plugin';
import { waitFor } from '@/lib/jobs/testing/wait-for';
import { administrator } from './testing/administrator';
import { killSpawnedWorkers, type SpawnedWorker, spawnWorker } from './testing/spawn-worker';

useTestDatabase();
beforeAll(addFixtures);
afterAll(killSpawnedWorkers);

describe('a worker with subscribers', () => {
  let worker: SpawnedWorker;
  beforeAll(async () => {
    worker = await spawnWorker({ program: 'lib/worker/testing/subscribing/main' });
  });

  /** What a subscriber in the worker has heard of a job, once that is `count` events. */
  const heard = (job: Job, count: number) =>
    waitFor(`${count} events of ${job.name}`, async () => {
      const lines = [...worker.output().matchAll(new RegExp(`^heard (\\S+) ${job.id} (.+)$`, 'gm'))];
      return lines.length >= count ? lines.map(([, name, rest]) => `${name}: ${rest}`) : null;
    });

  test('tells of starts and ends, after they are stored, whatever a subscriber throws', async () => {
    const done = await Returns.enqueue();
    expect(await heard(done, 2)).toEqual(['job.started: running null 1', 'job.completed: completed null 1']);
    expect(await db().job.findUnique({ where: { id: done.id } })).toMatchObject({ status: 'completed' });
    expect(worker.output()).toContain('A subscriber of job.completed failed');
    expect(worker.output()).toContain('The pager is off');
    const failed = await Fails.enqueue();
    expect(await heard(failed, 2)).toEqual(['job.started: running null 1', 'job.failed: failed null 1']);
  });

  test('tells of each attempt, and of the one end', async () => {
    expect(await heard(await Throws.enqueue(), 3)).toEqual([
      'job.started: running null 1',
      'job.started: running null 2',
      'job.errored: errored null 2',
    ]);
  });

  test('tells of the cancel of a running job', async () => {
    const job = await Sleeps.enqueue();
    await heard(job, 1);
    await cancelJob(administrator, { id: job.id });
    expect((await heard(job, 2))[1]).toBe('job.cancelled: cancelled cancelled_by_user 1');
  });

  test('tells of a job that it ends for the worker that was lost', async () => {
    const job = await Returns.enqueue({ scheduleAt: new Date(Date.now() + 600_000) });
    await pool().query(
      "UPDATE job SET status = 'running', attempt_no = 3, started_at = now(), worker_id = $1, lost_attempts = $2 WHERE id = $3",
      [newId(), MOST_LOST - 1, job.id],
    );
    expect(await heard(job, 1)).toEqual(['job.errored: errored worker_lost 3']);
  });

  test('tells of an occurrence whose time was missed', async () => {
    const job = await Returns.enqueue({ interval: 60, scheduleAt: new Date(Date.now() + 600_000) });
    const at = new Date(job.runAt.getTime() - 3_600_000);
    await db().schedule.update({
      where: { id: job.scheduleId as string },
      data: { catchUp: 'none', anchorAt: at },
    });
    await db().job.update({ where: { id: job.id }, data: { runAt: at, occurrenceAt: at } });
    expect(await heard(job, 1)).toEqual(['job.cancelled: cancelled missed 0']);
  });

  test('tells what it still has to tell when it is stopped', async () => {
    const job = await Returns.enqueue();
    await waitFor('its end', () => db().job.findFirst({ where: { id: job.id, status: 'completed' } }));
    expect(await worker.end('SIGTERM')).toBe(0);
    expect(await heard(job, 2)).toHaveLength(2);
  });
});

describe('without a worker', () => {
  test('who cancels a waiting job tells of it, once it is stored', async () => {
    const events: (JobEvent & { stored: unknown })[] = [];
    const stop = onJobEvent('job.cancelled', async (event) => {
      const stored = await db().job.findUnique({ where: { id: event.job.id }, select: { status: true } });
      events.push({ ...event, stored });
    });
    const instance = objectRef('fixture.site', 7);
    const job = await Returns.enqueue({ instance, scheduleAt: new Date(Date.now() + 600_000) });
    await cancelJob(administrator, { id: job.id });
    await waitFor('the event', async () => events.length === 1);
    stop();
    const { id, name, runner, queue } = job;
    expect(events).toMatchObject([
      {
        name: 'job.cancelled',
        stored: { status: 'cancelled' },
        job: { id, name, runner, queue, instance, attemptNo: 0, reason: 'cancelled_by_user' },
      },
    ]);
  });

  test('a job run at once is told of like any other', async () => {
    const names: string[] = [];
    const stops = (['job.started', 'job.failed'] as const).map((name) =>
      onJobEvent(name, (event) => names.push(event.name)),
    );
    await Fails.enqueue({ immediate: true });
    await jobEventsDelivered(5_000);
    for (const stop of stops) stop();
    expect(names).toEqual(['job.started', 'job.failed']);
  });
});
