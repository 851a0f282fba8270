import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { JobFailed, JobRunner } from '@/lib/jobs';
import { registry } from '@/lib/jobs/registry';
import { PluginConfig } from '@/lib/plugins/plugin-config';

/** Logs, reports progress and returns what it was given. */
export class Greets extends JobRunner<typeof Greets.args> {
  static meta = { name: 'Greets' };
  static args = z.object({ name: z.string().default('world'), lines: z.number().default(1) });

  async run(args: z.output<typeof Greets.args>) {
    for (let line = 1; line <= args.lines; line++) this.logger.info('Hello %s, line %d', args.name, line);
    await this.progress(args.lines, args.lines, 'all said');
    return { greeted: args.name };
  }
}

export class Returns extends JobRunner {
  async run() {}
}

export class Fails extends JobRunner {
  async run() {
    throw new JobFailed('The site has no power');
  }
}

export class Throws extends JobRunner {
  static meta = { retries: 1, backoff: { type: 'fixed' as const, delayMs: 10 } };

  async run() {
    throw new TypeError('Not a number');
  }
}

/** Works until it is told to stop, or `ms` have passed (in later attempts `laterMs`); says that it has begun. */
export class Sleeps extends JobRunner<typeof Sleeps.args> {
  static args = z.object({ ms: z.number().default(60_000), laterMs: z.number().optional() });

  async run({ ms, laterMs = ms }: z.output<typeof Sleeps.args>) {
    this.logger.info('Begun, attempt %d', this.job.attemptNo);
    await pause(this.job.attemptNo > 1 ? laterMs : ms, undefined, { signal: this.signal });
  }
}

/** Holds its worker's thread for `ms` in its first attempt; later ones return at once. */
export class Blocks extends JobRunner<typeof Blocks.args> {
  static args = z.object({ ms: z.number() });

  async run(args: z.output<typeof Blocks.args>) {
    if (this.job.attemptNo > 1) return;
    // A wait that nobody ends: as deaf as a busy loop, and costs nothing.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, args.ms);
  }
}

/** Takes its own worker down with it. */
export class Kills extends JobRunner {
  async run() {
    process.kill(process.pid, 'SIGKILL');
    await pause(60_000);
  }
}

export class HasTimeout extends JobRunner {
  static meta = { timeout: 0.2 };

  async run() {
    await pause(60_000, undefined, { signal: this.signal });
  }
}

/** Never lets go of its thread: only killing its process ends it. */
export class Spins extends JobRunner {
  static meta = { isolate: true };

  async run() {
    this.logger.info('Spinning in process %d', process.pid);
    await pause(100);
    for (;;);
  }
}

export class SpinsTooLong extends Spins {
  static meta = { isolate: true, timeout: 3 };
}

/** Runs apart, and says in which process. */
export class Apart extends JobRunner {
  static meta = { isolate: true };

  async run() {
    await this.progress(1, 1);
    return { pid: process.pid, site: await this.job.object() };
  }
}

/** What the engine's own tests run; the records of its object type are whatever id is asked for, `gone` excepted. */
export class FixturePlugin extends PluginConfig {
  name = 'fixture';
  queues = ['side'];
  jobs = [Greets, Returns, Fails, Throws, Sleeps, Blocks, Kills, HasTimeout, Spins, SpinsTooLong, Apart];
  objectTypes = [
    {
      type: 'fixture.site',
      label: 'Site',
      find: async (id: string) => (id === 'gone' ? null : { id, name: `Site ${id}` }),
    },
  ];
}

let added: Promise<void> | undefined;

/** Adds the fixture plugin to this process's registry, once. */
export function addFixtures(): Promise<void> {
  added ??= registry().then((known) => known.addPlugin(new FixturePlugin()));
  return added;
}
