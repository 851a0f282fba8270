/** Speed beside peers: `npm run bench -- --help`. */
import { YardmasterError } from '@/lib/errors';
import { runScript } from '@/scripts/setup/run-script';
import { bundleWorker } from './bundle-worker';
import { measureCell } from './cell-process';
import { contenders } from './contenders';
import { thisMachine } from './machine';
import { measurements } from './measurements';
import { type Options, readOptions } from './options';
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

function resultsFor({ out, goOn, renderOnly, scale }: Options): Results {
  if (!goOn && !renderOnly) return { machine: thisMachine(), scale, samples: {}, failures: {} };
  const earlier = readResults(out);
  if (!earlier) throw new YardmasterError('configuration', `There are no results in ${out}.`);
  if (goOn && earlier.scale !== scale)
    throw new YardmasterError(
      'configuration',
      `--scale: the results in ${out} are of scale ${earlier.scale}.`,
    );
  // What failed gets another chance.
  return goOn ? { ...earlier, failures: {} } : earlier;
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
  const worker = await bundleWorker();
  const services = await startServices();
  try {
    for (const key of keys) {
      const taking = names.filter((name) => {
        const entry = contenders[name];
        return entry && (measurements[key]?.appliesTo?.(entry) ?? true);
      });
      const wanting = taking.filter((name) => (results.samples[keyOf(name, key)]?.length ?? 0) < rounds);
      process.stderr.write(`${key} `);
      for (let round = 0; round < warmups + rounds; round++) {
        for (const name of wanting) await measure(name, key, round < warmups);
      }
      process.stderr.write('\n');
    }
  } finally {
    await services.stop();
    worker.remove();
  }

  async function measure(name: string, key: string, isWarmup: boolean): Promise<void> {
    const id = keyOf(name, key);
    const samples = results.samples[id] ?? [];
    if (results.failures[id] !== undefined || samples.length >= rounds) return;
    try {
      const environment = { ...services.environmentOf(name), ...worker.environment };
      const sample = await measureCell(name, key, scale, environment, interruption.signal);
      if (!isWarmup) results.samples[id] = [...samples, sample];
    } catch (error) {
      interruption.signal.throwIfAborted();
      results.failures[id] = error instanceof Error ? error.message : String(error);
      process.stderr.write(`\n${name}, ${key}: failed: ${results.failures[id]}\n`);
    }
    process.stderr.write(isWarmup ? ',' : '.');
    writeResults(out, results);
  }
}
