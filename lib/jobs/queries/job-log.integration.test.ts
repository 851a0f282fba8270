import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { newId } from '@/lib/ids';
import { MAX_LOG_LINES } from '../execute/job-logger';
import { logDownload } from '../log-download';
import { LOG_PART, type LogEntry } from '../log-outline';
import { findInLog, outlineLog, readLogAfter, readLogPart } from './job-log';

useTestDatabase();

const [id, empty, talkative] = [newId(), newId(), newId()];
const FIRST = 3 * LOG_PART + 10;
const SECOND = 5;
const AT = new Date('2026-11-23T10:00:00.120Z');

const entry = (attempt: number, seq: number, message = `${attempt}.${seq}`) => ({
  jobId: id,
  attempt,
  seq,
  at: AT,
  level: seq % 100 === 0 ? ('error' as const) : ('info' as const),
  message,
});

beforeAll(async () => {
  const job = {
    runner: 'test.Runner',
    name: 'A job',
    queue: 'default',
    status: 'pending',
    timeoutMs: 1000,
  } as const;
  await db().job.createMany({ data: [id, empty, talkative].map((each) => ({ ...job, id: each })) });
  await db().jobLogEntry.createMany({
    data: [
      ...Array.from({ length: FIRST }, (_, seq) => entry(1, seq)),
      ...Array.from({ length: SECOND }, (_, seq) => entry(2, seq)),
      { ...entry(3, MAX_LOG_LINES), jobId: talkative },
    ],
  });
});

const messages = (entries: readonly LogEntry[]) => entries.map(({ message }) => message);

describe('a log in outline', () => {
  test('says how much there is, where its parts begin, and has the newest entries', async () => {
    const outline = await outlineLog(id, 'debug');
    expect(outline.total).toBe(FIRST + SECOND);
    expect(outline.anchors).toEqual([0, 1, 2, 3].map((part) => ({ attempt: 1, seq: part * LOG_PART })));
    expect(messages(outline.tail).at(0)).toBe(`1.${2 * LOG_PART}`);
    expect(messages(outline.tail).at(-1)).toBe('2.4');
    expect(outline.cut).toEqual([]);
  });

  test('counts what a level leaves, and its parts with it', async () => {
    const outline = await outlineLog(id, 'warning');
    expect(messages(outline.tail)).toEqual([...[0, 1, 2, 3, 4, 5, 6, 7].map((n) => `1.${n * 100}`), '2.0']);
    expect(outline.total).toBe(9);
    expect(outline.anchors).toEqual([{ attempt: 1, seq: 0 }]);
  });

  test('of a job that said nothing is empty', async () => {
    expect(await outlineLog(empty, 'debug')).toEqual({ total: 0, anchors: [], tail: [], cut: [] });
  });

  test('names the attempts that wrote more than is kept', async () => {
    expect((await outlineLog(talkative, 'debug')).cut).toEqual([3]);
  });
});

describe('a log in parts', () => {
  test('is read from an anchor on', async () => {
    const part = await readLogPart(id, 'debug', { attempt: 1, seq: LOG_PART });
    expect(part).toHaveLength(LOG_PART);
    expect(messages(part).at(0)).toBe(`1.${LOG_PART}`);
    expect(part[0]?.at).toBe(AT.toISOString());
  });

  test('goes on after an entry, across attempts', async () => {
    const { entries, more } = await readLogAfter(id, 'debug', { attempt: 1, seq: FIRST - 2 });
    expect(messages(entries)).toEqual([`1.${FIRST - 1}`, '2.0', '2.1', '2.2', '2.3', '2.4']);
    expect(more).toBe(false);
  });
});

describe('what is looked for in a log', () => {
  beforeAll(async () => {
    await db().jobLogEntry.createMany({
      data: [
        entry(9, 1, '100% of C:\\yard_1'),
        entry(9, 2, '100 of C:/yardX1'),
        entry(9, 3, 'a \u001b[31mred\u001b[0m wagon'),
      ],
    });
  });
  const found = async (text: string) => (await findInLog(id, 'debug', text)).indexes;
  const NINTH = FIRST + SECOND;

  test('is told by index, in upper and lower case alike', async () => {
    expect(await found('1.1000')).toEqual([]);
    expect(await found('2.4')).toEqual([NINTH - 1]);
    expect(await found('c:')).toEqual([NINTH, NINTH + 1]);
  });

  test('is taken by the letter', async () => {
    expect(await found('100%')).toEqual([NINTH]);
    expect(await found('yard_1')).toEqual([NINTH]);
    expect(await found('\\yard')).toEqual([NINTH]);
  });

  test('is found in what is shown, not in the escape sequences of a terminal', async () => {
    expect(await found('red wagon')).toEqual([NINTH + 2]);
    expect(await found('[31m')).toEqual([]);
  });

  test('counts within the level that is shown', async () => {
    expect(await findInLog(id, 'error', '2.')).toEqual({ indexes: [8], more: false });
  });
});

describe('a log as a file', () => {
  test('is text for people, with its attempts', async () => {
    const response = await logDownload(id, 'debug', 'text');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="job-${id}-log.txt"`);
    const lines = (await response.text()).split('\n');
    expect(lines.slice(0, 2)).toEqual(['--- Attempt 1', '2026-11-23T10:00:00.120Z error   1.0']);
    expect(lines).toContain('--- Attempt 2');
    expect(lines).toContain('2026-11-23T10:00:00.120Z info    a red wagon');
  });

  test('is an object a line for programs, every entry of the level', async () => {
    const text = await (await logDownload(id, 'error', 'ndjson')).text();
    const entries = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries).toHaveLength(9);
    expect(entries[0]).toEqual({
      attempt: 1,
      seq: 0,
      at: AT.toISOString(),
      level: 'error',
      message: '1.0',
    });
  });

  test('of a job that is gone is refused', async () => {
    await expect(logDownload(newId(), 'debug', 'text')).rejects.toMatchObject({ code: 'not_found' });
  });
});
