/** One measurement of one contender, in a process of its own: `cell.ts <contender> <measurement> <scale>`; prints JSON. */
import { servicesOf } from './contender';
import { contenders } from './contenders';
import { measurements } from './measurements';
import { Meter } from './meter';

const LEAST_JOBS = 20;

const [name = '', measurement = '', scale = '1'] = process.argv.slice(2);
const entry = contenders[name];
const measured = measurements[measurement];
if (!entry || !measured) throw new Error(`There is no ${name} or ${measurement}.`);

const contender = await entry.open(servicesOf(process.env));
const meter = await Meter.open(process.env, entry);
const size = (jobs: number, least = LEAST_JOBS): number =>
  Math.max(least, Math.round(jobs * Number(scale) * (entry.share ?? 1)));
const sample = await measured.measure({ name, entry, contender, meter, size });
if (!measured.keepsTables) await contender.clear();
await meter.close();
await contender.close();
console.log(JSON.stringify(sample));
process.exit(0);
