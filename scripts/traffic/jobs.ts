import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { JobFailed, JobRunner } from '@/lib/jobs';

const work = z.object({
  steps: z.number().int().min(1),
  stepMs: z.number().int().min(0),
  fate: z.number().min(0).max(1),
});

/** Works through its steps with log and progress; `fate` (0 to 1) decides how it ends. */
class Traffic extends JobRunner<typeof work> {
  static args = work;

  async run({ steps, stepMs, fate }: z.output<typeof work>): Promise<unknown> {
    const endsAt = Math.ceil(steps * fate);
    for (let step = 1; step <= steps; step++) {
      await pause(stepMs, undefined, { signal: this.signal });
      this.logger.info('Step %d of %d', step, steps);
      await this.progress(step, steps, `step ${step}`);
      if (step === endsAt) this.meetFate(step);
    }
    return { steps };
  }

  /** What happens on the way; nothing, unless a subclass says otherwise. */
  protected meetFate(_step: number): void {}
}

/** Always succeeds, after a while. */
export class DeliverGoods extends Traffic {
  static override meta = { name: 'Deliver goods', queue: 'traffic.goods' };
}

/** Fails in a way that was expected. */
export class RefuseWagon extends Traffic {
  static override meta = { name: 'Refuse a wagon', queue: 'traffic.goods' };

  protected override meetFate(step: number): void {
    this.logger.warning('The brake test of step %d did not hold', step);
    throw new JobFailed(`The wagon was refused at step ${step}: its brakes do not hold.`);
  }
}

/** Breaks more often than not and is tried again twice. */
export class CoupleWagons extends Traffic {
  static override meta = {
    name: 'Couple wagons',
    queue: 'traffic.shunting',
    retries: 2,
  };

  protected override meetFate(step: number): void {
    if (Math.random() < 0.6) throw new TypeError(`The coupling of step ${step} is undefined`);
  }
}

/** Stalls until its time is up. */
export class WaitForSignal extends JobRunner {
  static override meta = { name: 'Wait for a signal', queue: 'traffic.shunting', timeout: 20 };

  async run(): Promise<void> {
    this.logger.info('Waiting for a signal that never comes');
    await pause(3_600_000, undefined, { signal: this.signal });
  }
}
