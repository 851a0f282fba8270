import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { expectNoViolations } from '@/lib/doctor/testing/expect-no-violations';
import { endSchedule } from '@/lib/schedules/commands/end-schedule';
import { administrator } from '@/lib/worker/testing/administrator';
import { objectRef } from '../object-ref';
import { addFixtures, Returns } from '../testing/fixture-plugin';
import { cancelJob } from './cancel-job';
import { uncancelJob } from './uncancel-job';

useTestDatabase();
beforeAll(addFixtures);

const soon = () => new Date(Date.now() + 3_600_000);
const cancelled = async (job: { id: string }) => {
  await cancelJob(administrator, { id: job.id, reason: 'A slip' });
  return job;
};
const uncancel = ({ id }: { id: string }) => uncancelJob(administrator, { id });
const read = ({ id }: { id: string }) => db().job.findUniqueOrThrow({ where: { id } });

test('a job that was cancelled before it started waits again, for its own time or for a worker', async () => {
  const runAt = soon();
  const later = await cancelled(await Returns.enqueue({ scheduleAt: runAt }));
  expect(await uncancel(later)).toEqual({ status: 'scheduled' });
  expect(await read(later)).toMatchObject({
    ...{ status: 'scheduled', runAt, reason: null, completedAt: null },
    ...{ cancelAskedAt: null, cancelAskedBy: null, cancelReason: null },
  });
  const due = await cancelled(await Returns.enqueue());
  const { dispatchNo } = await read(due);
  expect(await uncancel(due)).toEqual({ status: 'pending' });
  // A message of before the cancelling can't be claimed.
  expect((await read(due)).dispatchNo).toBe(dispatchNo + 1);
  expect(await db().auditEvent.findFirst({ where: { action: 'job.uncancel' } })).toMatchObject({
    targetId: later.id,
    before: { status: 'cancelled' },
    after: { status: 'scheduled' },
  });
});

test('an occurrence comes back beside the one that took its place, until its schedule ends', async () => {
  const first = await cancelled(await Returns.enqueue({ interval: 60, scheduleAt: soon() }));
  const { scheduleId } = await read(first);
  const armed = () => db().job.findMany({ where: { scheduleId, armed: true } });
  const [next] = await armed();
  expect(next?.id).not.toBe(first.id);
  expect(await uncancel(first)).toEqual({ status: 'scheduled' });
  expect((await armed()).map(({ id }) => id)).toEqual([next?.id]);
  await expectNoViolations();

  await cancelled(first);
  await endSchedule(administrator, { id: scheduleId });
  await expect(uncancel(first)).rejects.toThrow('Its schedule has ended');
});

test('what has started, what nobody cancelled and what has been replaced stays as it is', async () => {
  const ran = await Returns.enqueue({ immediate: true });
  await expect(uncancel(ran)).rejects.toMatchObject({ code: 'conflict' });
  const begun = await cancelled(await Returns.enqueue());
  await db().job.update({ where: { id: begun.id }, data: { attemptNo: 1 } });
  await expect(uncancel(begun)).rejects.toMatchObject({ code: 'conflict' });
  const instance = objectRef('fixture.site', 1);
  const first = await cancelled(await Returns.enqueueOnce({ instance }));
  await Returns.enqueueOnce({ instance });
  await expect(uncancel(first)).rejects.toThrow('Its place is taken');
});
