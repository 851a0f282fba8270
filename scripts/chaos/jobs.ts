import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { JobFailed, JobRunner } from '@/lib/jobs';
import { PluginConfig } from '@/lib/plugins';
import { recordRun } from './ledger';

const work = z.object({ ms: z.number().default(0) });

/** Writes each of its runs into the ledger, before and after its work. */
abstract class Recorded extends JobRunner<typeof work> {
  static args = work;

  async run({ ms }: z.output<typeof work>): Promise<unknown> {
    const finish = await recordRun(this.job.id, this.job.attemptNo);
    this.logger.info('Attempt %d', this.job.attemptNo);
    if (ms > 0) await pause(ms, undefined, { signal: this.signal });
    await finish();
    return this.end();
  }

  /** How it ends. */
  protected end(): unknown {
    return { attempt: this.job.attemptNo };
  }
}

export class Works extends Recorded {}

export class WorksOnce extends Recorded {}

export class Recurs extends Recorded {}

export class Refuses extends Recorded {
  protected override end(): never {
    throw new JobFailed('It was never going to work');
  }
}

export class Stumbles extends Recorded {
  static override meta = { retries: 3, backoff: { type: 'fixed' as const, delayMs: 200 } };

  protected override end(): unknown {
    if (Math.random() < 0.6) throw new TypeError('Stumbled');
    return super.end();
  }
}

/** What the chaos run works off. */
export class ChaosPlugin extends PluginConfig {
  override name = 'chaos';
  override jobs = [Works, WorksOnce, Recurs, Refuses, Stumbles];
  override objectTypes = [{ type: 'chaos.wagon', label: 'Wagon', find: async (id: string) => ({ id }) }];
}
