import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { LOG_PART, listJobLog } from './job-log';

useTestDatabase();

const id = newId();
const EXTRA = 3;

beforeAll(async () => {
  await db().job.create({
    data: { id, runner: 'test.Runner', name: 'A job', queue: 'default', status: 'pending', timeoutMs: 1000 },
  });
  const entry = (attempt: number, seq: number) => ({
    jobId: id,
    attempt,
    seq,
    at: new Date(),
    level: seq % 100 === 0 ? ('error' as const) : ('info' as const),
    message: `${attempt}.${seq}`,
  });
  await db().jobLogEntry.createMany({
    data: [
      ...Array.from({ length: LOG_PART }, (_, seq) => entry(1, seq)),
      ...Array.from({ length: EXTRA }, (_, seq) => entry(2, seq)),
    ],
  });
});

describe('a log in parts', () => {
  test('begins with the newest part, oldest entry first, and says that there is more', async () => {
    const part = await listJobLog(id, 'debug');
    expect(part.entries).toHaveLength(LOG_PART);
    expect(part.entries[0]?.message).toBe(`1.${EXTRA}`);
    expect(part.entries.at(-1)?.message).toBe(`2.${EXTRA - 1}`);
    expect(part.more).toBe(true);
  });

  test('goes on after an entry, across attempts', async () => {
    const part = await listJobLog(id, 'debug', { after: { attempt: 1, seq: LOG_PART - 1 } });
    expect(part.entries.map(({ message }) => message)).toEqual(['2.0', '2.1', '2.2']);
    expect(part.more).toBe(false);
  });

  test('goes back before an entry', async () => {
    const part = await listJobLog(id, 'debug', { before: { attempt: 1, seq: EXTRA } });
    expect(part.entries.map(({ message }) => message)).toEqual(['1.0', '1.1', '1.2']);
    expect(part.more).toBe(false);
  });

  test('leaves out what is below the level asked for', async () => {
    const part = await listJobLog(id, 'warning');
    expect(part.entries.map(({ message }) => message)).toEqual([
      '1.0',
      '1.100',
      '1.200',
      '1.300',
      '1.400',
      '2.0',
    ]);
  });
});
