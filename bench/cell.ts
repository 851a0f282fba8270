/** One measurement of one contender, in a process of its own: `cell.ts <contender> <measurement> <scale>`; prints JSON. */
import { contenders } from './contenders';
import { measurements } from './measurements';

const [name = '', measurement = '', scale = '1'] = process.argv.slice(2);
const entry = contenders[name];
const measured = measurements[measurement];
if (!entry || !measured) throw new Error(`There is no ${name} or ${measurement}.`);
const contender = await entry.open({
  postgres: process.env.BENCH_POSTGRES ?? '',
  redis: process.env.BENCH_REDIS ?? '',
});
const figure = await measured.measure(contender, Number(scale));
console.log(JSON.stringify({ figure, memoryMb: process.memoryUsage().rss / 2 ** 20 }));
await contender.clear();
await contender.close();
process.exit(0);
