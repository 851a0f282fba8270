import { beforeAll, beforeEach, expect, it } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { addFixtures, Returns } from '../testing/fixture-plugin';
import { reapJobs } from './reap-jobs';
import { heartbeat, jobsNotInHand, registerWorker } from './worker-rows';

useTestDatabase();
beforeAll(addFixtures);

let me: string;
let neighbour: string;

beforeEach(async () => {
  await db().job.deleteMany();
  await pool().query('DELETE FROM worker_process');
  [me, neighbour] = [newId(), newId()];
  for (const id of [me, neighbour]) {
    const nothing = { queues: [], runners: [], plugins: {}, slots: 1 };
    await registerWorker({ id, host: 'yard', pid: 1, version: '0', backend: 'postgres', ...nothing });
  }
});

async function runningJob(workerId: string): Promise<string> {
  const { id } = await Returns.enqueue();
  await pool().query(
    `UPDATE job SET status = 'running', attempt_no = 1, worker_id = $2, started_at = now() - interval '1 minute' WHERE id = $1`,
    [id, workerId],
  );
  return id;
}

const silence = (id: string) =>
  pool().query("UPDATE worker_process SET heartbeat_at = now() - interval '1 minute' WHERE id = $1", [id]);

it('a worker at rest hears that there is nothing to do', async () => {
  expect(await heartbeat(me, null)).toEqual({ asked: null, strays: false, lost: false });
});

it('it hears what an operator asks', async () => {
  await pool().query("UPDATE worker_process SET asked = 'quiet' WHERE id = $1", [me]);
  expect(await heartbeat(me, null)).toMatchObject({ asked: 'quiet' });
});

it('it hears of a job of its own that is not in its hands', async () => {
  const job = await runningJob(me);
  await runningJob(neighbour);
  expect(await heartbeat(me, null, [job])).toMatchObject({ strays: false, lost: false });
  expect(await heartbeat(me, null, [])).toMatchObject({ strays: true, lost: false });
  expect(await jobsNotInHand(me, [])).toEqual([{ jobId: job, attemptNo: 1 }]);
});

it('it hears of a neighbour that went silent, until its jobs are taken', async () => {
  const job = await runningJob(neighbour);
  await silence(neighbour);
  expect(await heartbeat(me, null)).toMatchObject({ lost: true });
  expect(await reapJobs()).toMatchObject([{ id: job }]);
  expect(await heartbeat(me, null)).toMatchObject({ lost: false });
});

it('it hears of jobs whose worker has ended or is no more', async () => {
  await runningJob(newId());
  expect(await heartbeat(me, null)).toMatchObject({ lost: true });
});

it('its own silence before is not for it to mend', async () => {
  await silence(me);
  expect(await heartbeat(me, null)).toMatchObject({ lost: false });
});
