import { beforeAll, expect, test } from 'vitest';
import { permissionsOf } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { MASKED } from '@/lib/masking/secret-keys';
import { exportJobs } from './export-jobs';
import { NO_FILTER } from './job-filter';
import { type PayloadReader, WITHHELD } from './payload-masking';
import { countJobs } from './queries/count-jobs';
import { getJob } from './queries/job-detail';
import { outlineLog } from './queries/job-log';
import { listJobs } from './queries/list-jobs';
import { searchable } from './require-searchable';

useTestDatabase();

const id = newId();
const error = 'No answer from hidden-host for s3cr3t-value via https://me:pw123@x.example/';
const [operator, viewer] = [{ payloads: true }, { payloads: false }];

beforeAll(async () => {
  await db().job.create({
    data: {
      id,
      runner: 'test.Runner',
      name: 'Fetch',
      queue: 'default',
      status: 'errored',
      completedAt: new Date(),
      timeoutMs: 1000,
      args: { host: 'hidden-host', password: 's3cr3t-value' },
      data: { token: 'abcdef', read: 3 },
      error,
      errorStack: `Error: ${error}\n    at run`,
      logs: {
        create: {
          attempt: 1,
          seq: 1,
          at: new Date(),
          level: 'info',
          message: 'Trying s3cr3t-value at hidden-host',
        },
      },
    },
  });
});

test('an operator sees the payload, and no secret of it anywhere', async () => {
  const job = await getJob(id, operator);
  expect(job).toMatchObject({
    args: { host: 'hidden-host', password: MASKED },
    data: { token: MASKED, read: 3 },
    errorWhole: `No answer from hidden-host for ${MASKED} via https://me:${MASKED}@x.example/`,
  });
  const [page, log] = [
    await listJobs(NO_FILTER, undefined, undefined, operator),
    await outlineLog(id, 'debug'),
  ];
  expect(log.tail[0]?.message).toBe(`Trying ${MASKED} at hidden-host`);
  expect(JSON.stringify([job, page, log])).not.toMatch(/s3cr3t-value|pw123|abcdef/);
});

test('a viewer is sent no payload, nor what the error, the stack and the list quote of it', async () => {
  const job = await getJob(id, viewer);
  expect(job).toMatchObject({ args: null, data: null, payloadsHidden: true });
  expect(job.errorWhole).toBe(`No answer from ${WITHHELD} for ${MASKED} via https://me:${MASKED}@x.example/`);
  const page = await listJobs(NO_FILTER, undefined, undefined, viewer);
  expect(page.rows[0]?.error).toContain(WITHHELD);
  expect(JSON.stringify([job, page])).not.toMatch(/hidden-host|s3cr3t-value|pw123/);
  expect(await listJobs(NO_FILTER)).toEqual(page);
});

test('a search by a viewer does not answer what an error holds', async () => {
  const filter = { ...NO_FILTER, search: 'hidden-host' };
  const [asOperator, asViewer] = [
    await searchable(actorOf('operator'), filter),
    await searchable(actorOf('viewer'), filter),
  ];
  expect((await listJobs(asOperator)).rows).toHaveLength(1);
  expect((await listJobs(asViewer)).rows).toHaveLength(0);
  expect((await countJobs(asOperator))?.errored).toBe(1);
  expect((await countJobs(asViewer))?.errored).toBe(0);
});

test('arguments are searched by those who may see them, and secrets by nobody', async () => {
  const ask = (role: Role, search: string) => searchable(actorOf(role), { ...NO_FILTER, search });
  await expect(ask('viewer', 'args.host:hidden-host')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(ask('administrator', 'args.password:s3')).rejects.toMatchObject({ code: 'forbidden' });
  expect((await listJobs(await ask('operator', 'args.host:hidden-host'))).rows).toHaveLength(1);
});

test('an export is masked as the pages are', async () => {
  const exported = async (reader: PayloadReader) => {
    let text = '';
    for await (const piece of exportJobs(NO_FILTER, 'ndjson', reader)) text += piece;
    return text;
  };
  const [asOperator, asViewer] = [await exported(operator), await exported(viewer)];
  expect(JSON.parse(asOperator)).toMatchObject({
    args: { host: 'hidden-host', password: MASKED },
    result: { token: MASKED },
  });
  expect(asOperator).not.toMatch(/s3cr3t-value|pw123|abcdef|quotable/);
  expect(asViewer).not.toMatch(/hidden-host|s3cr3t-value|pw123|abcdef/);
});

const actorOf = (role: Role) => ({ userId: null, name: role, permissions: permissionsOf(role) });
