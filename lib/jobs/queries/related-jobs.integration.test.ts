import { beforeAll, describe, expect, test } from 'vitest';
import { db, type Prisma } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { listRelatedJobs } from './related-jobs';

useTestDatabase();

const scheduleId = newId();
const AT = new Date('2026-11-23T10:00:00.000Z');
let occurrences: string[] = [];

async function addJob(part: Partial<Prisma.JobCreateManyInput> = {}): Promise<string> {
  const data = { id: newId(), runner: 'test.Runner', name: 'A job', queue: 'default', timeoutMs: 1000 };
  await db().job.create({ data: { ...data, status: 'completed', completedAt: AT, ...part } });
  return data.id;
}

beforeAll(async () => {
  await db().schedule.createMany({
    data: [scheduleId, newId()].map((id) => ({
      id,
      runner: 'test.Runner',
      name: 'Often',
      queue: 'default',
      timeoutMs: 1000,
      intervalMinutes: 1,
      anchorAt: AT,
    })),
  });
  for (let n = 0; n < 30; n++) occurrences.push(await addJob({ scheduleId, name: `Number ${n}` }));
  occurrences = occurrences.toSorted();
});

describe('the jobs related to a job', () => {
  test('are the occurrences of its schedule before and after it, in order', async () => {
    const ids = async (id: string) => (await listRelatedJobs(id)).occurrences.map((job) => job.id);
    expect(await ids(occurrences[20] ?? '')).toEqual(occurrences.slice(5, 26));
    expect(await ids(occurrences[0] ?? '')).toEqual(occurrences.slice(0, 6));
    expect(await ids(occurrences[29] ?? '')).toEqual(occurrences.slice(14));
  });

  test('are what it was started again from, and what was started again from it, newest first', async () => {
    const first = await addJob();
    const second = await addJob({ againOfId: first, status: 'pending', completedAt: null, runAt: AT });
    const third = await addJob({ againOfId: first });
    expect(await listRelatedJobs(first)).toMatchObject({
      againOf: null,
      again: [{ id: third }, { id: second }],
    });
    expect((await listRelatedJobs(second)).againOf).toMatchObject({ id: first, status: 'completed' });
    expect((await listRelatedJobs(first)).again[1]).toEqual({
      id: second,
      name: 'A job',
      status: 'pending',
      reason: null,
      runAt: AT.toISOString(),
      startedAt: null,
      completedAt: null,
    });
  });

  test('are none for a job of its own, or one whose origin is gone', async () => {
    const nothing = { againOf: null, again: [], occurrences: [] };
    expect(await listRelatedJobs(await addJob({ againOfId: newId() }))).toEqual(nothing);
    expect(await listRelatedJobs(newId())).toEqual(nothing);
  });
});
