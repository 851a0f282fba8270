import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { permissionsOf } from '@/lib/auth/permissions';
import { db, pool } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { pauseQueue } from '@/lib/queues/commands/pause-queue';
import { resumeQueue } from '@/lib/queues/commands/resume-queue';
import { type AuditFilter, EVERYTHING, NO_USER } from './audit-filter';
import { listAudit, readAuditFacets } from './queries';
import { recordAudit } from './record';
import { auditQuery } from './schema';

useTestDatabase();

const actorOf = (userId: string | null, name: string): Actor => ({
  userId,
  name,
  permissions: permissionsOf('administrator'),
});
const olga = actorOf('u1', 'Olga');
const adam = actorOf('u2', 'Adam');
const find = async (part: Partial<AuditFilter>) =>
  (await listAudit({ ...EVERYTHING, ...part })).rows.map(({ actor, action, targetId }) =>
    [actor, action, targetId].join(' '),
  );

beforeAll(async () => {
  for (const { userId, name } of [olga, adam])
    await db().user.create({ data: { id: userId ?? '', name, email: `${name}@example.org` } });
  await pauseQueue(olga, { queue: 'low', reason: 'The yard is full' });
  await resumeQueue(adam, { queue: 'low' });
  await pauseQueue(adam, { queue: 'high' });
  await recordAudit(db(), actorOf(null, 'Nobody'), {
    action: 'session.refuse',
    targetType: 'account',
    targetId: 'eve@example.org',
  });
  await recordAudit(db(), olga, { action: 'user.disable', targetType: 'user', targetId: 'u2' });
});

describe('the audit', () => {
  test('tells newest first who did what, with what it was before and after', async () => {
    const { rows, hasNewer, hasOlder } = await listAudit(EVERYTHING);
    expect(rows.map(({ action }) => action)).toEqual([
      'user.disable',
      'session.refuse',
      'queue.pause',
      'queue.resume',
      'queue.pause',
    ]);
    expect(rows.at(-1)).toMatchObject({
      actor: 'Olga',
      before: { paused: false },
      after: { paused: true, reason: 'The yard is full' },
    });
    expect(rows[0]).toMatchObject({ targetName: 'Adam' });
    expect([hasNewer, hasOlder]).toEqual([false, false]);
  });

  test('is narrowed by user, action, target and all of them', async () => {
    expect(await find({ user: 'u2' })).toEqual(['Adam queue.pause high', 'Adam queue.resume low']);
    expect(await find({ user: NO_USER })).toEqual(['Nobody session.refuse eve@example.org']);
    expect(await find({ action: 'queue.pause' })).toEqual(['Adam queue.pause high', 'Olga queue.pause low']);
    expect(await find({ targetType: 'account' })).toEqual(['Nobody session.refuse eve@example.org']);
    expect(await find({ targetType: 'queue', targetId: 'low' })).toEqual([
      'Adam queue.resume low',
      'Olga queue.pause low',
    ]);
    expect(await find({ user: 'u1', action: 'queue.pause', targetType: 'queue', targetId: 'high' })).toEqual(
      [],
    );
  });

  test('is narrowed by time, whose end is left out', async () => {
    const hour = 60 * 60 * 1000;
    const at = Date.parse((await listAudit(EVERYTHING)).rows[0]?.at ?? '');
    const moment = (ms: number) => new Date(at + ms).toISOString();
    expect(await find({ time: '1h' })).toHaveLength(5);
    expect(await find({ from: moment(-hour), to: moment(hour) })).toHaveLength(5);
    expect(await find({ from: moment(hour) })).toEqual([]);
    expect(await find({ to: moment(-hour) })).toEqual([]);
  });

  test('is paged both ways without losing or repeating a row', async () => {
    const all = (await listAudit(EVERYTHING)).rows.map(({ id }) => id);
    const idAt = (n: number) => all[n] ?? null;
    const ids = ({ rows }: Awaited<ReturnType<typeof listAudit>>) => rows.map(({ id }) => id);
    const second = await listAudit(EVERYTHING, { olderThan: idAt(1), newerThan: null }, 2);
    expect(ids(second)).toEqual(all.slice(2, 4));
    expect(second).toMatchObject({ hasNewer: true, hasOlder: true });
    const last = await listAudit(EVERYTHING, { olderThan: idAt(3), newerThan: null }, 2);
    expect(ids(last)).toEqual(all.slice(4));
    expect(last).toMatchObject({ hasNewer: true, hasOlder: false });
    const back = await listAudit(EVERYTHING, { olderThan: null, newerThan: idAt(2) }, 2);
    expect(ids(back)).toEqual(all.slice(0, 2));
    expect(back).toMatchObject({ hasNewer: false, hasOlder: true });
  });

  test('can be filtered by what stands in it', async () => {
    expect(await readAuditFacets()).toEqual({
      users: [
        { id: 'u2', name: 'Adam' },
        { id: 'u1', name: 'Olga' },
      ],
      actions: ['queue.pause', 'queue.resume', 'session.refuse', 'user.disable'],
      targetTypes: ['account', 'queue', 'user'],
    });
  });

  test('names a target by its id where a plugin wrote what is no id of ours', async () => {
    const entry = { action: 'crane.job', targetType: 'job', targetId: 'crane 7' };
    await recordAudit(db(), olga, entry);
    await recordAudit(db(), olga, { ...entry, targetType: 'schedule' });
    const { rows } = await listAudit({ ...EVERYTHING, action: 'crane.job' });
    expect(rows.map(({ targetId, targetName }) => [targetId, targetName])).toEqual([
      ['crane 7', null],
      ['crane 7', null],
    ]);
  });

  test('is served by an index, whatever it is filtered by', async () => {
    await pool().query(
      `INSERT INTO audit_event (id, user_id, actor, action, target_type, target_id)
       SELECT gen_random_uuid(), 'u' || n % 50, 'x', 'a' || n % 40, 't' || n % 30, n::text
         FROM generate_series(1, 20000) n`,
    );
    await pool().query('ANALYZE audit_event');
    const conditions = [
      'true',
      "user_id = 'u7'",
      "action = 'a7'",
      "target_type = 't7'",
      "target_type = 't7' AND target_id = '7'",
    ];
    for (const condition of conditions) {
      const { rows } = await pool().query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT * FROM audit_event WHERE ${condition} ORDER BY id DESC LIMIT 51`,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan, condition).toContain('Index Scan');
      expect(plan, condition).not.toContain('Sort');
    }
  });
});

test('an address with parts that make no sense leaves them open', () => {
  expect(
    auditQuery.parse({ user: '', time: 'soon', from: 'x', olderThan: '7', limit: '9999' }),
  ).toMatchObject({
    user: null,
    time: null,
    from: null,
    olderThan: null,
    limit: 50,
  });
});
