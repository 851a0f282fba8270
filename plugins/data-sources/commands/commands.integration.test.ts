import { beforeAll, describe, expect, it, vi } from 'vitest';
import { permissionsOf } from '@/lib/auth/permissions';
import type { Role } from '@/lib/db/generated/enums';
import { useTestDatabase } from '@/lib/db/testing';
import { type Actor, db, newId, unseal, type YardmasterError } from '@/lib/plugins';
import { getDataSource, listDataSources } from '../queries';
import { listFilter } from '../schema';
import { deleteDataSource } from './delete-data-source';
import { saveDataSource } from './save-data-source';
import { syncDataSource } from './sync-data-source';

useTestDatabase();
beforeAll(() => vi.stubEnv('DATA_SOURCE_ROOTS', '/srv/allowed'));

const actor = (role: Role): Actor => ({
  userId: null,
  name: `the ${role}`,
  permissions: permissionsOf(role),
});
const administrator = actor('administrator');
const operator = actor('operator');

const input = (more: object = {}) => ({
  name: newId(),
  type: 'git',
  url: 'https://git.example.com/site.git',
  ...more,
});
const save = async (more: object = {}) => (await saveDataSource(administrator, input(more))).id;
const schedulesOf = (objectId: string) =>
  db().schedule.findMany({ where: { objectId, endedAt: null }, select: { intervalMinutes: true } });
const jobsOf = (objectId: string) => db().job.findMany({ where: { objectId }, orderBy: { id: 'asc' } });
const fieldsOf = async (saving: Promise<unknown>) => {
  const error = await saving.then(
    () => null,
    (thrown: YardmasterError) => thrown,
  );
  expect(error).toMatchObject({ code: 'invalid_input' });
  return error?.fields;
};

describe('saving a data source', () => {
  it('with an interval syncs at once and then by the interval; without one ends the schedule', async () => {
    const source = input({ syncIntervalMinutes: 60 });
    const { id } = await saveDataSource(administrator, source);
    expect(await schedulesOf(id)).toEqual([{ intervalMinutes: 60 }]);
    expect((await jobsOf(id)).map(({ status, interval }) => `${status} ${interval}`)).toContain('pending 60');

    await saveDataSource(administrator, { ...source, id, description: 'changed' });
    expect(await schedulesOf(id)).toHaveLength(1);
    await saveDataSource(administrator, { ...source, id, syncIntervalMinutes: 1440 });
    expect(await schedulesOf(id)).toEqual([{ intervalMinutes: 1440 }]);
    await saveDataSource(administrator, { ...source, id, enabled: false });
    expect(await schedulesOf(id)).toEqual([]);
    await saveDataSource(administrator, { ...source, id });
    expect(await schedulesOf(id)).toHaveLength(1);
    await saveDataSource(administrator, { ...source, id, syncIntervalMinutes: null });
    expect(await schedulesOf(id)).toEqual([]);
    expect((await jobsOf(id)).filter(({ status }) => status === 'scheduled')).toEqual([]);
  });

  it('tells the interval that its schedule has, also once that is edited or ended by itself', async () => {
    const source = input({ syncIntervalMinutes: 60 });
    const { id } = await saveDataSource(administrator, source);
    const interval = async () => (await getDataSource(id)).syncIntervalMinutes;
    expect(await interval()).toBe(60);
    await db().schedule.updateMany({ where: { objectId: id }, data: { intervalMinutes: 90 } });
    expect(await interval()).toBe(90);
    await db().schedule.updateMany({ where: { objectId: id }, data: { endedAt: new Date() } });
    expect(await interval()).toBeNull();
    // A disabled one keeps its interval for when it is enabled again.
    await saveDataSource(administrator, { ...source, id, enabled: false });
    expect(await interval()).toBe(60);
  });

  it('seals the secret, never shows it, keeps it when the field stays empty, clears it on demand', async () => {
    const source = input({ parameters: { branch: 'main', user: 'me', secret: 'hunter2' } });
    const { id } = await saveDataSource(administrator, source);
    const secrets = async () => (await db().dataSource.findUniqueOrThrow({ where: { id } })).secrets;
    const sealed = await secrets();
    expect(sealed).not.toContain('hunter2');
    expect(JSON.parse(unseal(sealed ?? ''))).toEqual({ secret: 'hunter2' });
    expect(await getDataSource(id)).toMatchObject({
      hasSecret: true,
      parameters: { branch: 'main', user: 'me' },
    });
    const shown = [
      await getDataSource(id),
      await listDataSources(listFilter.parse({})),
      await db().auditEvent.findMany(),
    ];
    expect(JSON.stringify(shown)).not.toContain('hunter2');
    expect(JSON.stringify(shown)).not.toContain(sealed);

    const again = { ...source, id, parameters: { user: 'you', secret: '' } };
    await saveDataSource(administrator, again);
    expect(JSON.parse(unseal((await secrets()) ?? ''))).toEqual({ secret: 'hunter2' });

    const elsewhere = { ...again, url: 'https://evil.example.com/site.git' };
    expect(await fieldsOf(saveDataSource(administrator, elsewhere))).toEqual({
      'parameters.secret': expect.stringMatching(/Enter it again/),
    });
    await saveDataSource(administrator, { ...again, clearSecrets: ['secret'] });
    expect(await secrets()).toBeNull();
    expect(await getDataSource(id)).toMatchObject({ hasSecret: false });
  });

  it('tells what is wrong at the field it is about', async () => {
    const name = newId();
    await save({ name });
    expect(await fieldsOf(save({ name }))).toEqual({ name: 'Another data source has this name.' });
    expect(await fieldsOf(save({ name: ' ' }))).toEqual({ name: 'Enter a name.' });
    expect(await fieldsOf(save({ url: 'git@example.com:x' }))).toMatchObject({
      url: expect.stringMatching(/Expected an http/),
    });
    expect(await fieldsOf(save({ url: 'https://me:pw@example.com/' }))).toMatchObject({
      url: expect.stringMatching(/own fields/),
    });
    expect(await fieldsOf(save({ type: 'local', url: '/etc' }))).toMatchObject({
      url: expect.stringMatching(/may not be read/),
    });
    expect(await fieldsOf(save({ type: 'ftp' }))).toMatchObject({
      type: expect.stringMatching(/No plugin provides/),
    });
    expect(await fieldsOf(save({ syncIntervalMinutes: 0 }))).toEqual({
      syncIntervalMinutes: 'At least 1 minute.',
    });
    const wrong = { type: 'http', parameters: { unpack: 'maybe' } };
    expect(Object.keys((await fieldsOf(save(wrong))) ?? {})).toEqual(['parameters.unpack']);
  });

  it('by two people under one name at once makes one source', async () => {
    const name = newId();
    const both = await Promise.allSettled([save({ name }), save({ name })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((each) => each.status === 'rejected');
    expect(refused?.reason).toMatchObject({ fields: { name: 'Another data source has this name.' } });
  });

  it('needs the permission, and what is changed is there', async () => {
    await expect(saveDataSource(operator, input())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(save({ id: newId() })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves a trace', async () => {
    const source = input();
    const { id } = await saveDataSource(administrator, source);
    await saveDataSource(administrator, { ...source, id, description: 'now described' });
    const trace = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { id: 'asc' } });
    expect(trace.map(({ action }) => action)).toEqual(['data_source.create', 'data_source.update']);
    expect(trace[1]).toMatchObject({ before: { description: '' }, after: { description: 'now described' } });
  });
});

describe('syncing now', () => {
  it('makes a job for an operator, not for a viewer, and not while disabled', async () => {
    const id = await save();
    const { jobId } = await syncDataSource(operator, { id });
    expect(await db().job.findUnique({ where: { id: jobId } })).toMatchObject({
      status: 'pending',
      objectId: id,
    });
    await expect(syncDataSource(actor('viewer'), { id })).rejects.toMatchObject({ code: 'forbidden' });
    const off = await save({ enabled: false });
    await expect(syncDataSource(operator, { id: off })).rejects.toMatchObject({ code: 'conflict' });
    expect(await jobsOf(off)).toEqual([]);
    await expect(syncDataSource(operator, { id: newId() })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('deleting a data source', () => {
  it('takes its files with it and ends its schedule', async () => {
    const id = await save({ syncIntervalMinutes: 60 });
    await db().dataFile.create({
      data: {
        id: newId(),
        sourceId: id,
        path: 'a',
        size: 1,
        sha256: '',
        content: Buffer.from('a'),
        updatedAt: new Date(),
      },
    });
    await deleteDataSource(administrator, { id });
    expect(await db().dataFile.count({ where: { sourceId: id } })).toBe(0);
    expect(await schedulesOf(id)).toEqual([]);
    await expect(getDataSource(id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteDataSource(administrator, { id })).rejects.toMatchObject({ code: 'not_found' });
  });
});
