/** Speed beside peers: `npm run bench -- --help`. */
import { YardmasterError } from '@/lib/errors';
import { runScript } from '@/scripts/setup/run-script';
import { bundlePrograms } from './bundle-programs';
import { measureCell } from './cell-process';
import { readable } from './figures';
import { thisMachine } from './machine';
import { measurements } from './measurements';
import { type Options, readOptions } from './options';
import { planOf, Reckoning, type Step, WARM_UP_PART } from './plan';
import { publish } from './publish';
import { keyOf, type Results, readResults, writeResults } from './results';
import { startServices } from './services';
import { writePages } from './write-pages';

await runScript(async () => {
  const options = readOptions(process.argv.slice(2));
  if (!options) return;
  const results = resultsFor(options);
  if (!options.renderOnly) await measureAll(options, results);
  const table = writePages(options.out, results);
  if (options.publish) publish(results);
  console.log(table);
});

function resultsFor({ out, goOn, renderOnly, scale, warmups }: Options): Results {
  const machine = thisMachine();
  if (!goOn && !renderOnly) return { machine, scale, warmups, samples: {}, failures: {} };
  const earlier = readResults(out);
  if (!earlier) throw new YardmasterError('configuration', `There are no results in ${out}.`);
  if (goOn && earlier.scale !== scale)
    throw new YardmasterError(
      'configuration',
      `--scale: the results in ${out} are of scale ${earlier.scale}.`,
    );
  if (!goOn) return earlier;
  const commits = new Set([...earlier.machine.commit.split(', later '), machine.commit]);
  earlier.machine.commit = [...commits].join(', later ');
  // What failed gets another chance.
  return { ...earlier, warmups: Math.min(earlier.warmups, warmups), failures: {} };
}

async function measureAll(
  { keys, names, rounds, warmups, scale, out }: Options,
  results: Results,
): Promise<void> {
  const interruption = new AbortController();
  const interrupt = () =>
    interruption.abort(
      new YardmasterError('unavailable', `Interrupted; --continue --out ${out} goes on from here.`),
    );
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const programs = await bundlePrograms();
  const services = await startServices();
  const reckoning = new Reckoning();
  const plan = planOf({ keys, names, rounds, warmups }, results.samples);
  try {
    for (const [n, step] of plan.entries()) {
      if (results.failures[keyOf(step.name, step.key)] !== undefined) continue;
      const said = await measure(step);
      const left = reckoning.minutesFor(plan.slice(n + 1));
      process.stderr.write(
        `${n + 1} of ${plan.length}, about ${left} min left: ${step.key}, ${step.name}: ${said}\n`,
      );
    }
  } finally {
    await services.stop();
    programs.remove();
  }

  async function measure(step: Step): Promise<string> {
    const { name, key, isWarmup } = step;
    const id = keyOf(name, key);
    const begun = performance.now();
    try {
      const environment = { ...services.environmentOf(name), ...programs.environment };
      const part = isWarmup ? WARM_UP_PART : 1;
      const sample = await measureCell(name, key, { scale, part }, environment, interruption.signal);
      if (isWarmup) return 'warmed up';
      results.samples[id] = [...(results.samples[id] ?? []), sample];
      return `${readable(sample.figure)} ${measurements[key]?.unit}`;
    } catch (error) {
      interruption.signal.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      results.failures[id] = reason;
      return `failed: ${reason}`;
    } finally {
      reckoning.took(step, (performance.now() - begun) / 1000);
      writeResults(out, results);
    }
  }
}
