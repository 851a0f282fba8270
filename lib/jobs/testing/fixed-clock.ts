/** A clock that stands still until it is set. */
export interface FixedClock {
  /** The time it shows. */
  readonly now: Date;
  set(at: Date | string): void;
  /** Moves it on by so many milliseconds (back, where negative). Timers do not notice: they go by real time. */
  advance(ms: number): void;
  /** Gives the process its own clock back; `using clock = fixedClock(…)` does so by itself. */
  restore(): void;
  [Symbol.dispose](): void;
}

let inPlace: FixedClock | undefined;

/**
 * From now on `new Date()`, `Date()` and `Date.now()` show this time, everywhere in the process. Timers, `performance.now()`
 * and Postgres go by real time. One at a time.
 * @param at a Date, or a text that `new Date` takes, such as `2027-03-28T00:59:00Z`.
 */
export function fixedClock(at: Date | string): FixedClock {
  if (inPlace) throw new Error('A fixed clock is in place already: restore it first.');
  const RealDate = globalThis.Date;
  let ms = msOf(at);
  // A proxy, not a subclass: dates made before and after are instances of the same class.
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [ms], newTarget),
    apply: () => new RealDate(ms).toString(),
    get: (target, key) => (key === 'now' ? () => ms : Reflect.get(target, key)),
  });
  const restore = (): void => {
    if (inPlace !== clock) return;
    globalThis.Date = RealDate;
    inPlace = undefined;
  };
  const clock: FixedClock = {
    get now() {
      return new RealDate(ms);
    },
    set(time) {
      ms = msOf(time);
    },
    advance(by) {
      ms += by;
    },
    restore,
    [Symbol.dispose]: restore,
  };
  inPlace = clock;
  return clock;
}

function msOf(at: Date | string): number {
  const ms = new Date(at).getTime();
  if (Number.isNaN(ms)) throw new Error(`Expected a time, got ${String(at)}.`);
  return ms;
}
