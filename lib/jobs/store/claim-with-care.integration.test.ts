import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { addFixtures, Returns } from '../testing/fixture-plugin';
import { claimJobs } from './claim-jobs';
import { poolSql } from './sql';

useTestDatabase();
beforeAll(addFixtures);

test.each([
  [0, 5],
  [1, 5],
  [4, 20],
  [400, 60],
])('a job that no worker knows, put back %i times before, waits %i seconds', async (dispatchNo, seconds) => {
  const { id } = await Returns.enqueue();
  await db().job.update({ where: { id }, data: { dispatchNo } });
  expect(await claimJobs(newId(), ['another'], [{ jobId: id, dispatchNo }])).toEqual(['unknown_runner']);
  const rows = await poolSql(
    `SELECT status, reason, dispatch_no AS "dispatchNo", run_at > now() + ($2 - 4) * interval '1 second' AS late,
       run_at <= now() + $2 * interval '1 second' AS soon FROM job WHERE id = $1`,
    [id, seconds],
  );
  const putBack = { status: 'scheduled', reason: 'unknown_runner', dispatchNo: dispatchNo + 1 };
  expect(rows).toEqual([{ ...putBack, late: true, soon: true }]);
});
