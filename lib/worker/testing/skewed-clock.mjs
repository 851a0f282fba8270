// Preloaded into a process, it sets that process's clock off by CLOCK_SKEW_MS.
const skew = Number(process.env.CLOCK_SKEW_MS);
const now = Date.now.bind(Date);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [now() + skew] : args));
  }
  static now() {
    return now() + skew;
  }
};
