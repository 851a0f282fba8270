import { afterAll, beforeAll, expect, test } from 'vitest';
import { setEnvironment } from '@/lib/config';
import { pool } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { failureOf } from './failure';

useTestDatabase();

beforeAll(() => setEnvironment({ STATEMENT_TIMEOUT: '30' }));
afterAll(() => setEnvironment({ STATEMENT_TIMEOUT: '' }));

test('a statement has the limit of its process, and one that reached it is told calmly', async () => {
  const { rows } = await pool().query('SHOW statement_timeout');
  expect(rows).toEqual([{ statement_timeout: '30s' }]);
  const client = await pool().connect();
  await client.query('SET statement_timeout = 50');
  const error = await client.query('SELECT pg_sleep(60)').catch((reason: unknown) => reason);
  client.release(true);
  expect(failureOf(new Error('The read failed', { cause: error }), 'here')).toMatchObject({
    code: 'limit_exceeded',
    message: expect.stringContaining('took too long'),
  });
});
