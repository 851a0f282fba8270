import { contenders } from './contenders';
import { measurements } from './measurements';
import type { Options } from './options';
import { keyOf, type Results } from './results';

/** The part of a cell's jobs that its warm-ups do: what they warm are the stores, for each sample has processes of its own. */
export const WARM_UP_PART = 0.25;

/** One sample to be taken. */
export interface Step {
  key: string;
  name: string;
  isWarmup: boolean;
}

/**
 * What is left to do, in order. The first warm-up goes through everything, so that what fails does so early and the time left
 * can be reckoned; then one measurement after the other, its rounds alternating between the contenders.
 */
export function planOf(
  { keys, names, rounds, warmups }: Pick<Options, 'keys' | 'names' | 'rounds' | 'warmups'>,
  samples: Results['samples'],
): Step[] {
  const first: Step[] = [];
  const then: Step[] = [];
  for (const key of keys) {
    const { appliesTo, keepsTables, once } = measurements[key] ?? {};
    const [wanted, warm] = once ? [1, 0] : [rounds, warmups];
    const missing = names.flatMap((name) => {
      const entry = contenders[name];
      const many = wanted - (samples[keyOf(name, key)]?.length ?? 0);
      return entry && (appliesTo?.(entry) ?? true) && many > 0 ? [{ name, many }] : [];
    });
    for (let n = 0; n < warm; n++)
      for (const { name } of missing)
        (n === 0 && !keepsTables ? first : then).push({ key, name, isWarmup: true });
    for (let n = 0; n < wanted; n++)
      for (const { name, many } of missing) if (n < many) then.push({ key, name, isWarmup: false });
  }
  return [...first, ...then];
}

/** How much longer a sample takes than its warm-up, on average. */
const LONGER = 2;

/** Reckons how long what is left will take, from how long its like took. */
export class Reckoning {
  private readonly taken: (Step & { seconds: number })[] = [];

  took(step: Step, seconds: number): void {
    this.taken.push({ ...step, seconds });
  }

  minutesFor(steps: readonly Step[]): number {
    return Math.ceil(steps.reduce((sum, step) => sum + this.secondsFor(step), 0) / 60);
  }

  /** As the same cell took, else as all others did. */
  private secondsFor({ key, name, isWarmup }: Step): number {
    const same = this.taken.filter((one) => one.key === key && one.name === name);
    const like = same.filter((one) => one.isWarmup === isWarmup);
    if (like.length > 0) return mean(like);
    const of = same.length > 0 ? same : this.taken;
    return mean(of) * (isWarmup ? 1 : LONGER);
  }
}

const mean = (all: readonly { seconds: number }[]): number =>
  all.reduce((sum, { seconds }) => sum + seconds, 0) / Math.max(1, all.length);
