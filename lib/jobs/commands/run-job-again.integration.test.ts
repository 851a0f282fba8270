import { beforeAll, expect, test } from 'vitest';
import { permissionsOf } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { MASKED } from '@/lib/masking/secret-keys';
import { administrator } from '@/lib/worker/testing/administrator';
import { getJobArgsForm } from '../queries/job-args-form';
import { addFixtures } from '../testing/fixture-plugin';
import { runJobAgain } from './run-job-again';

useTestDatabase();
beforeAll(addFixtures);

const argsOf = async (id: string) => (await db().job.findUniqueOrThrow({ where: { id } })).args;

async function endedJob(args: object, runner = 'fixture.Greets'): Promise<string> {
  const job = await db().job.create({
    data: {
      id: newId(),
      runner,
      name: 'Greets',
      queue: 'default',
      status: 'completed',
      timeoutMs: 60_000,
      completedAt: new Date(),
      args: args as never,
    },
  });
  return job.id;
}

test('other arguments take the place of the old ones and fit the schema like any others', async () => {
  const id = await endedJob({ name: 'Ada' });
  const again = await runJobAgain(administrator, { id, args: { name: 'Grace', lines: 2 } });
  expect(await argsOf(again.id)).toEqual({ name: 'Grace', lines: 2 });
  expect(await argsOf(id)).toEqual({ name: 'Ada' });
  await expect(runJobAgain(administrator, { id, args: { lines: 'many' } })).rejects.toMatchObject({
    code: 'invalid_input',
    fields: { 'args.lines': expect.any(String) },
  });
});

test('only who may read arguments may give others; the same ones need no reading', async () => {
  const id = await endedJob({ name: 'Ada' });
  const blind = {
    ...administrator,
    permissions: new Set([...permissionsOf('viewer'), 'jobs.enqueue' as const]),
  };
  await expect(runJobAgain(blind, { id, args: { name: 'Grace' } })).rejects.toThrow('payloads.view');
  expect(await argsOf((await runJobAgain(blind, { id })).id)).toEqual({ name: 'Ada' });
});

test('the form has no secret in it, says where they stood, and a mask that is sent is refused', async () => {
  const id = await endedJob({ host: 'h', login: { user: 'u', password: 'hunter2' } }, 'fixture.Returns');
  const form = await getJobArgsForm(id);
  expect(form).toMatchObject({ args: { host: 'h', login: { user: 'u' } }, secrets: ['login.password'] });
  expect(JSON.stringify(form)).not.toContain('hunter2');
  const args = { host: 'elsewhere', login: { user: 'u', password: MASKED } };
  await expect(runJobAgain(administrator, { id, args })).rejects.toMatchObject({
    code: 'invalid_input',
    fields: { 'args.login.password': 'Type this secret again.' },
  });
});

test('arguments that are no object, or none where none are declared, make no form', async () => {
  await expect(getJobArgsForm(await endedJob([1, 2]))).rejects.toThrow('no arguments');
  await expect(getJobArgsForm(await endedJob({}, 'fixture.Returns'))).rejects.toThrow('no arguments');
  expect((await getJobArgsForm(await endedJob({}))).form.declared).toBe(true);
});
