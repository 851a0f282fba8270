import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { JobFailed, JobRunner, objectRef } from '@/lib/jobs';
import { runJob } from './run-job';

class Counts extends JobRunner<typeof Counts.args> {
  static override meta = { name: 'Count wagons' };
  static args = z.object({ wagons: z.number().default(3) });

  async run({ wagons }: z.output<typeof Counts.args>) {
    for (let wagon = 1; wagon <= wagons; wagon++) {
      this.signal.throwIfAborted();
      this.logger.debug('Wagon %d of %s', wagon, this.job.name);
      await this.progress(wagon, wagons, `wagon ${wagon}`);
    }
    return { wagons, at: new Date(), site: await this.job.object(), user: this.job.userId };
  }
}

class Waits extends JobRunner {
  static override meta = { timeout: 0.05, isolate: true };

  async run() {
    this.logger.info('Waiting');
    await pause(60_000, undefined, { signal: this.signal });
  }
}

describe('runJob', () => {
  test('tells what a job logged, reported and returned', async () => {
    const now = '2027-03-28T00:59:00.000Z';
    const run = await runJob(Counts, {
      args: { wagons: 2 },
      object: { name: 'Site 1' },
      user: { id: 'u1' },
      now,
    });
    expect(run).toEqual({
      outcome: 'completed',
      result: { wagons: 2, at: now, site: { name: 'Site 1' }, user: 'u1' },
      error: null,
      stack: null,
      log: [1, 2].map((n) => ({ level: 'debug', message: `Wagon ${n} of Count wagons`, at: new Date(now) })),
      progress: [1, 2].map((done) => ({ done, total: 2, text: `wagon ${done}` })),
    });
    expect(Date.now()).toBeGreaterThan(0);
    expect(new Date().toISOString()).not.toBe(now);
  });

  test('fills in the defaults of the arguments, and says what does not fit', async () => {
    expect((await runJob(Counts)).result).toMatchObject({ wagons: 3, site: null, user: null });
    const run = await runJob(Counts, { args: { wagons: 'many' } as never });
    expect(run.outcome).toBe('errored');
    expect(run.error).toContain('do not fit');
    await expect(runJob(Counts, { args: { wagons: 1n } as never })).rejects.toThrow('cannot be stored');
  });

  test('tells a failure that was expected from any other', async () => {
    class Fails extends JobRunner {
      async run() {
        throw new JobFailed('No power');
      }
    }
    class Breaks extends JobRunner {
      async run() {
        throw new TypeError('Not a number');
      }
    }
    expect(await runJob(Fails)).toMatchObject({ outcome: 'failed', error: 'No power', stack: null, log: [] });
    const run = await runJob(Breaks);
    expect(run).toMatchObject({ outcome: 'errored', error: 'TypeError: Not a number' });
    expect(run.stack).toContain('run-job.test.ts');
    expect(run.log).toMatchObject([{ level: 'error', message: run.stack }]);
  });

  test('can be stopped: by a cancel, by a shutdown, and by the job’s own timeout', async () => {
    const stop = new AbortController();
    const cancelled = await runJob(Waits, { signal: stop.signal, onLog: () => stop.abort() });
    expect(cancelled).toMatchObject({ outcome: 'cancelled', log: [{ message: 'Waiting' }] });
    expect((await runJob(Waits, { signal: AbortSignal.abort('shutdown') })).outcome).toBe('shutdown');
    expect((await runJob(Waits)).outcome).toBe('timed_out');
    const halfway = new AbortController();
    const run = await runJob(Counts, {
      args: { wagons: 10 },
      signal: halfway.signal,
      onProgress: ({ done }) => done === 4 && halfway.abort(),
    });
    expect(run.outcome).toBe('cancelled');
    expect(run.progress).toHaveLength(4);
  });

  test('knows a record that is gone from one that it was not told of', async () => {
    const instance = objectRef('my_plugin.site', 7);
    const gone = await runJob(Counts, { instance, object: null });
    expect(gone.result).toMatchObject({ site: null });
    expect((await runJob(Counts, { instance })).error).toContain('was given no `object`');
  });
});
