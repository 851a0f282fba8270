import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { JobInterval, JobRunner, objectRef, systemJob } from './index';
import { addFixtures, Fails, Greets, Returns, Throws } from './testing/fixture-plugin';

useTestDatabase();
beforeAll(addFixtures);
beforeEach(async () => {
  await db().job.deleteMany();
  await db().schedule.deleteMany();
});

const site = objectRef('fixture.site', 1);
const soon = () => new Date(Date.now() + 3_600_000);
const count = () => db().job.count();

describe('a job that runs immediately', () => {
  class Speaks extends JobRunner {
    async run() {
      this.logger.debug('one');
      this.logger.info('two');
      this.logger.warning('three');
      this.logger.error('four');
      return { object: await this.job.object() };
    }
  }

  test('A1 is named by its class, or by meta.name', async () => {
    expect((await Returns.enqueue()).name).toBe('Returns');
    class Named extends JobRunner {
      static meta = { name: 'A name of its own' };
      async run() {}
    }
    expect((await Named.enqueue()).name).toBe('A name of its own');
  });

  test('A2 is completed when enqueue returns, its times set, its log in order', async () => {
    const job = await Speaks.enqueue({ immediate: true, instance: site });
    expect(job).toMatchObject({ status: 'completed', data: { object: { id: '1', name: 'Site 1' } } });
    expect(job.startedAt).toBeInstanceOf(Date);
    expect(job.completedAt).toBeInstanceOf(Date);
    const log = await db().jobLogEntry.findMany({ where: { jobId: job.id }, orderBy: { seq: 'asc' } });
    expect(log.map(({ level }) => level)).toEqual(['debug', 'info', 'warning', 'error']);
  });

  test('A3 fails with the message of JobFailed', async () => {
    expect(await Fails.enqueue({ immediate: true })).toMatchObject({
      status: 'failed',
      error: 'The site has no power',
      errorStack: null,
    });
  });

  test('A4 is errored by anything else, with a stack that does not tell where it is installed', async () => {
    class Breaks extends JobRunner {
      async run() {
        throw new TypeError('Not a number');
      }
    }
    const job = await Breaks.enqueue({ immediate: true });
    expect(job).toMatchObject({ status: 'errored', error: 'TypeError: Not a number' });
    expect(job.errorStack).toContain('enqueue.integration.test.ts');
    expect(job.errorStack).not.toContain(process.cwd());
    const log = await db().jobLogEntry.findMany({ where: { jobId: job.id, level: 'error' } });
    expect(log).toHaveLength(1);
    expect(log[0]?.message).toContain('TypeError: Not a number');
  });
});

describe('enqueue', () => {
  test('A5 twice for one object makes two jobs', async () => {
    await Returns.enqueue({ instance: site });
    await Returns.enqueue({ instance: site });
    expect(await Returns.getJobs(site)).toHaveLength(2);
  });

  test('A15 makes a job that waits for its time, or for a worker', async () => {
    expect((await Returns.enqueue({ scheduleAt: soon() })).status).toBe('scheduled');
    expect((await Returns.enqueue()).status).toBe('pending');
  });

  test.each([
    [
      'a time and now at once',
      () => Returns.enqueue({ scheduleAt: soon(), immediate: true }),
      /immediate and scheduleAt/,
    ],
    ['interval 0', () => Returns.enqueue({ interval: 0 }), /at least 1 minute/],
    [
      'an interval that is no whole number',
      () => Returns.enqueue({ interval: 1.5 }),
      /whole number of minutes/,
    ],
    [
      'an unknown object type',
      () => Returns.enqueue({ instance: objectRef('fixture.moon', 1) }),
      /no object type "fixture.moon"/,
    ],
    [
      'an unknown queue',
      () => Returns.enqueue({ queueName: 'fast' }),
      /no queue "fast"; expected one of high, default, low/,
    ],
    [
      'arguments against the schema',
      () => Greets.enqueue({ args: { name: 7 } as never }),
      /do not fit its schema/,
    ],
    ['a cron that never comes', () => Returns.enqueue({ cron: '0 0 30 2 *' }), /never comes/],
    ['a cron that is none', () => Returns.enqueue({ cron: 'every day' }), /not a cron expression/],
    [
      'an unknown time zone',
      () => Returns.enqueue({ cron: '0 2 * * *', timeZone: 'Mars/Base' }),
      /no time zone "Mars\/Base"/,
    ],
    ['NUL in a text', () => Greets.enqueue({ args: { name: 'a\0b' } }), /NUL character/],
    ['a lone surrogate', () => Greets.enqueue({ args: { name: 'a\ud800' } }), /lone surrogate/],
    ['10 MB', () => Greets.enqueue({ args: { name: 'x'.repeat(10_000_000) } }), /at most 1048576 bytes/],
  ])('A13, F10 refuses %s, and writes nothing', async (_, enqueue, message) => {
    await expect(enqueue()).rejects.toThrow(message);
    expect(await count()).toBe(0);
    expect(await db().schedule.count()).toBe(0);
  });

  test('F10 refuses 10,000 levels, and stores __proto__ as given', async () => {
    let deep: unknown = {};
    for (let level = 0; level < 10_000; level++) deep = { deep };
    await expect(Returns.enqueue({ args: { deep } })).rejects.toThrow(/deeper than 200 levels/);
    const args = JSON.parse('{"__proto__": {"admin": true}, "text": "\\\\u0000 😀"}');
    const job = await Returns.enqueue({ args });
    const stored = (await db().job.findUniqueOrThrow({ where: { id: job.id } })).args as object;
    const sorted = (value: object) =>
      Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
    expect(sorted(stored)).toEqual(sorted(args));
  });

  test('A14 leaves nothing behind a transaction that rolls back', async () => {
    await expect(
      db().$transaction(async (tx) => {
        const job = await Returns.enqueue({ tx });
        expect(job.status).toBe('pending');
        await Returns.enqueueOnce({ tx, interval: JobInterval.HOURLY, instance: site });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await count()).toBe(0);
    expect(await db().schedule.count()).toBe(0);
  });

  test('makes many in order, or none', async () => {
    const jobs = await Greets.enqueueMany([{ args: { name: 'a' } }, { args: { name: 'b' } }]);
    expect(jobs.map(({ args }) => args)).toEqual([{ name: 'a' }, { name: 'b' }]);
    await expect(
      Greets.enqueueMany([{ args: { name: 'c' } }, { args: { name: 7 } as never }]),
    ).rejects.toThrow();
    expect(await count()).toBe(2);
  });
});

describe('enqueueOnce', () => {
  test('A6 twice with one time gives the same job', async () => {
    const scheduleAt = soon();
    const first = await Returns.enqueueOnce({ instance: site, scheduleAt });
    expect((await Returns.enqueueOnce({ instance: site, scheduleAt })).id).toBe(first.id);
    expect(await count()).toBe(1);
  });

  test('A7 without a time and with the same interval keeps the one that is there', async () => {
    const first = await Returns.enqueueOnce({ instance: site, scheduleAt: soon(), interval: 60 });
    expect((await Returns.enqueueOnce({ instance: site, interval: 60 })).id).toBe(first.id);
    expect(await count()).toBe(1);
  });

  test('A8, A9 with another time or interval replaces it', async () => {
    const first = await Returns.enqueueOnce({ instance: site, scheduleAt: soon() });
    const second = await Returns.enqueueOnce({
      instance: site,
      scheduleAt: new Date(Date.now() + 7_200_000),
    });
    expect(second.id).not.toBe(first.id);
    expect(await count()).toBe(1);
    const third = await Returns.enqueueOnce({ instance: site, scheduleAt: soon(), interval: 60 });
    expect(third.interval).toBe(60);
    const fourth = await Returns.enqueueOnce({ instance: site, interval: 120 });
    expect(fourth.interval).toBe(120);
    expect(await count()).toBe(1);
    expect(await db().schedule.count({ where: { endedAt: null } })).toBe(1);
  });

  test('A10 and then enqueue gives both', async () => {
    await Returns.enqueueOnce({ instance: site, scheduleAt: soon() });
    await Returns.enqueue({ instance: site, scheduleAt: soon() });
    expect(await count()).toBe(2);
  });

  test('A11 replaces a waiting job that enqueue made', async () => {
    await Returns.enqueue({ instance: site, scheduleAt: soon() });
    await Returns.enqueueOnce({ instance: site, scheduleAt: new Date(Date.now() + 7_200_000) });
    expect(await count()).toBe(1);
  });

  test('A12 10,000 at once for one key make one job, and for 100 keys 100', {
    timeout: 120_000,
  }, async () => {
    const one = Array.from({ length: 10_000 }, () => Returns.enqueueOnce({ instance: site }));
    expect(new Set((await Promise.all(one)).map(({ id }) => id)).size).toBe(1);
    const sites = Array.from({ length: 10_000 }, (_, n) => objectRef('fixture.site', `s${n % 100}`));
    await Promise.all(sites.map((instance) => Throws.enqueueOnce({ instance })));
    expect(
      await db().job.groupBy({ by: ['runner'], _count: true, orderBy: { runner: 'asc' } }),
    ).toMatchObject([
      { runner: 'fixture.Returns', _count: 1 },
      { runner: 'fixture.Throws', _count: 100 },
    ]);
  });

  test('A12 also inside open transactions', async () => {
    const open = Array.from({ length: 8 }, () =>
      db().$transaction((tx) => Returns.enqueueOnce({ instance: site, tx })),
    );
    const jobs = await Promise.all(open);
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(1);
    expect(await count()).toBe(1);
  });
});

describe('schedules', () => {
  test('A20 two of one runner and object with different arguments live side by side', async () => {
    await Greets.enqueue({ instance: site, interval: 60, args: { name: 'a' } });
    await Greets.enqueue({ instance: site, interval: 60, args: { name: 'b' } });
    expect(await db().schedule.count({ where: { endedAt: null } })).toBe(2);
  });

  test('A19 a system job needs a whole number of minutes', () => {
    expect(() => systemJob({} as never)).toThrow(/needs an interval/);
    expect(() => systemJob({ interval: 0.5 })).toThrow(/whole number of minutes/);
  });

  test('unschedule ends the schedule and removes what waits', async () => {
    await Returns.enqueueOnce({ instance: site, interval: 60, scheduleAt: soon() });
    await Returns.unschedule({ instance: site });
    expect(await db().schedule.count({ where: { endedAt: null } })).toBe(0);
    expect(await count()).toBe(0);
  });
});
