/** One measurement of one contender, in a process of its own: `cell.ts <contender> <measurement> <scale> <part>`; prints JSON. */
import { servicesOf } from './contender';
import { contenders } from './contenders';
import { measurements } from './measurements';
import { Meter } from './meter';

const LEAST_JOBS = 20;

const [name = '', measurement = '', scale = '1', part = '1'] = process.argv.slice(2);
const entry = contenders[name];
const measured = measurements[measurement];
if (!entry || !measured) throw new Error(`There is no ${name} or ${measurement}.`);

const contender = await entry.open(servicesOf(process.env));
const meter = await Meter.open(process.env, entry);
const atLeast = (jobs: number): number => Math.max(LEAST_JOBS, Math.round(jobs));
const full = (jobs: number): number => atLeast(jobs * Number(scale));
const size = (jobs: number): number => atLeast(jobs * Number(scale) * Number(part) * (entry.share ?? 1));
const sample = await measured.measure({ name, entry, contender, meter, full, size });
if (!measured.keepsTables) await contender.clear();
await meter.close();
await contender.close();
console.log(JSON.stringify(sample));
process.exit(0);
