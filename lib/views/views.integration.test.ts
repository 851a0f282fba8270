import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { permissionsOf } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { changeView } from './commands/change-view';
import { deleteView } from './commands/delete-view';
import { saveView } from './commands/save-view';
import { countViews, listViews } from './queries';

useTestDatabase();

const actor = (id: string, role: 'viewer' | 'administrator' = 'viewer'): Actor => ({
  userId: id,
  name: id,
  permissions: permissionsOf(role),
});
const [anna, bert, chief] = [actor('anna'), actor('bert'), actor('chief', 'administrator')];
const view = {
  name: 'Broken',
  filter: 'status=failed&window=24h',
  sort: '-duration',
  columns: ['name', 'wait'],
};

beforeAll(async () => {
  for (const id of ['anna', 'bert', 'chief'])
    await db().user.create({ data: { id, name: id, email: `${id}@example.org` } });
});

test('a view is its owner’s until it is shared, and only the owner or an administrator changes it', async () => {
  const { id } = await saveView(anna, view);
  expect(await listViews(anna)).toMatchObject([
    {
      id,
      own: true,
      sort: '-duration',
      columns: ['name', 'wait'],
      filter: { statuses: ['failed'], window: '24h' },
    },
  ]);
  expect(await listViews(bert)).toEqual([]);
  await changeView(anna, { id, shared: true });
  expect(await listViews(bert)).toMatchObject([{ id, own: false, by: 'anna', shared: true }]);
  await expect(changeView(bert, { id, name: 'Mine' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(deleteView(bert, { id })).rejects.toMatchObject({ code: 'not_found' });

  await saveView(anna, { ...view, name: 'Other' });
  await expect(changeView(anna, { id, name: 'Other' })).rejects.toMatchObject({ code: 'conflict' });
  await changeView(anna, { id, name: 'Fresh failures' });
  // The same name again is the same view.
  expect(await saveView(anna, { ...view, name: 'Fresh failures', sort: '-created', shared: true })).toEqual({
    id,
  });
  await deleteView(chief, { id });
  expect((await listViews(anna)).map(({ name }) => name)).toEqual(['Other']);
});

test('counts what is in each view, but not what its reader may not search for', async () => {
  await db().savedView.deleteMany();
  await db().job.create({
    data: {
      id: newId(),
      runner: 'a.B',
      name: 'A',
      queue: 'low',
      timeoutMs: 1,
      status: 'pending',
      args: { a: 1 },
    },
  });
  const { id: low } = await saveView(anna, { ...view, filter: 'queue=low', shared: true });
  const { id: args } = await saveView(anna, {
    ...view,
    name: 'Args',
    filter: 'search=args.a:1',
    shared: true,
  });
  expect(await countViews(anna)).toEqual({ [low]: 1, [args]: null });
  expect(await countViews(chief)).toEqual({ [low]: 1, [args]: 1 });
});
