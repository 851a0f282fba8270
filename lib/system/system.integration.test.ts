import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { diagnose } from './diagnosis';
import { listPlugins } from './plugins';
import { readSystem } from './queries';

useTestDatabase();

const addWorker = (pid: number, part: object = {}) =>
  db().workerProcess.create({
    data: {
      id: newId(),
      host: 'yard',
      pid,
      version: '0.1.0',
      backend: 'postgres',
      queues: ['default'],
      runners: [],
      plugins: { core: '1.0.0' },
      slots: 1,
      ...part,
    },
  });

test('the system tells its database, its transport and its workers, without those that are gone', async () => {
  await addWorker(1);
  await addWorker(2, { version: '0.0.9', trouble: 'Redis cannot be reached' });
  await addWorker(3);
  await addWorker(4, { endedAt: new Date() });
  await addWorker(5, { heartbeatAt: new Date(0) });
  await addWorker(6, { backend: 'in-process' });
  const { postgres, transport, builds } = await readSystem();
  expect(postgres.version).toMatch(/^\d+/);
  expect(postgres.tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['job', 'job_log_entry', 'audit_event']),
  );
  expect(postgres.tables.every(({ bytes }) => bytes > 0)).toBe(true);
  expect(transport).toEqual({
    configured: 'postgres',
    workers: [{ backend: 'postgres', workers: 3, troubled: 1, trouble: 'Redis cannot be reached' }],
  });
  expect(builds).toEqual([
    { version: '0.1.0', workers: 2 },
    { version: '0.0.9', workers: 1 },
  ]);
});

test('a plugin tells what it brings, and which workers have which version of it', async () => {
  await db().workerProcess.deleteMany();
  await addWorker(1);
  await addWorker(2);
  await addWorker(3, { plugins: { core: '0.9.0', data_sources: '1.0.0' } });
  const core = (await listPlugins()).find(({ name }) => name === 'core');
  expect(core?.systemJobs.map(({ key }) => key)).toContain('core.HousekeepingJob');
  expect(core?.workers).toEqual([
    { version: '1.0.0', names: ['yard:1', 'yard:2'] },
    { version: '0.9.0', names: ['yard:3'] },
  ]);
  const sources = (await listPlugins()).find(({ name }) => name === 'data_sources');
  expect(sources?.workers).toEqual([
    { version: null, names: ['yard:1', 'yard:2'] },
    { version: '1.0.0', names: ['yard:3'] },
  ]);
});

test('the doctor says what is wrong in the tables, and nothing when nothing is', async () => {
  const [one, other] = await Promise.all([diagnose(), diagnose()]);
  expect(one).toBe(other);
  expect(one).toMatchObject({ findings: [], depth: 5_000 });
  const { id } = await db().job.create({
    data: {
      id: newId(),
      runner: 'core.HousekeepingJob',
      name: 'Housekeeping',
      queue: 'default',
      status: 'running',
      attemptNo: 1,
      startedAt: new Date(0),
      timeoutMs: 1_000,
      workerId: newId(),
    },
  });
  const { findings } = await diagnose();
  expect(findings.map(({ invariant }) => invariant)).toContain('running-has-live-worker');
  expect(findings.flatMap(({ rows }) => rows.map((row) => row.id))).toContain(id);
});
