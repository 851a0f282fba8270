import { describe, expect, test } from 'vitest';
import { FIRST_PAGE, type JobFilter, jobsQuery, NO_FILTER, parseObject } from './job-filter';
import { jobFilterText, jobsQuerySchema } from './schema';

const ID = '01a209a4-87de-7010-8d68-2266c94bf51f';

describe('a filter on its way to the API', () => {
  test('arrives as it was sent', () => {
    const filter: JobFilter = {
      statuses: ['failed', 'errored'],
      queue: 'plugin.queue',
      runner: 'plugin.Runner',
      object: { type: 'plugin.site', id: 'a:b' },
      scheduleId: ID,
      userId: 'a user',
      reason: 'timed_out',
      workerId: ID,
      againOfId: ID,
      fingerprint: 'abc',
      timeOf: 'completed',
      window: '24h',
      from: '2026-11-23T10:00:00.000Z',
      to: '2026-11-24T10:00:00.000Z',
      ids: [ID],
      search: 'no such branch & more',
    };
    const sent = Object.fromEntries(
      jobsQuery(filter, { olderThan: `42~${ID}`, newerThan: null }, 'duration'),
    );
    const received = jobsQuerySchema.parse(sent);
    expect(received.filter).toEqual(filter);
    expect(received.cursor).toEqual({ olderThan: `42~${ID}`, newerThan: null });
    expect(received.sort).toBe('duration');
    expect(jobFilterText.parse(jobsQuery(filter).toString())).toEqual(filter);
  });

  test('an empty one sends nothing and arrives empty', () => {
    expect(jobsQuery(NO_FILTER, FIRST_PAGE).toString()).toBe('');
    expect(jobsQuerySchema.parse({}).filter).toEqual(NO_FILTER);
  });

  test('refuses what is no status, and more rows than a page has', () => {
    expect(jobsQuerySchema.safeParse({ status: 'done' }).success).toBe(false);
    expect(jobsQuerySchema.safeParse({ shown: Array(51).fill(ID).join(',') }).success).toBe(false);
  });
});

describe('an object in the address', () => {
  test.each([
    ['plugin.site:7', { type: 'plugin.site', id: '7' }],
    ['plugin.site:a:b', { type: 'plugin.site', id: 'a:b' }],
    ['plugin.site:', null],
    [':7', null],
    ['nonsense', null],
  ])('%s', (text, ref) => {
    expect(parseObject(text)).toEqual(ref);
  });
});
