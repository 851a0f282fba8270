import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { useTestDatabase } from '@/lib/db/testing';
import { root } from '@/scripts/start/root';
import { insertCrowd } from './insert-crowd';
import { allReads } from './reads/all-reads';
import type { Read } from './reads/read';
import { type Scan, tellPlans, watchPlans } from './watch-plans';

const { url } = useTestDatabase();

const JOBS = 1_000_000;
const MINUTES = 60_000;
/** So many rows may be read for one that is shown. */
const MOST_A_ROW = 20;
/** What runs stands in an index of its own, in no order: a read looks through it, and once more to tell whether it was cut. */
const RUNNING = 2 * 40;

let plans: ReturnType<typeof watchPlans>;
let reads: Read[];

beforeAll(async () => {
  await insertCrowd(url, { jobs: JOBS, now: new Date() });
  await tellPlans(url);
  plans = watchPlans();
  reads = await allReads();
}, 10 * MINUTES);

/** These read nothing: a stream of what changed, and arithmetic. */
const WITHOUT = ['events', 'schedules/next-times'];

test('every route of the API is among what is read here', () => {
  const api = path.join(root, 'app/api');
  const routes = readdirSync(api, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => path.dirname(file));
  expect([...new Set([...WITHOUT, ...reads.map(({ route }) => route)])].sort()).toEqual(routes.sort());
});

test(
  'among a million jobs no read goes through a whole table, and none through many more rows than it shows',
  async () => {
    const problems: string[] = [];
    let scans = 0;
    for (const read of reads) {
      plans.take();
      await read.run();
      const seen = plans.take();
      scans += seen.length;
      problems.push(...problemsOf(read, seen));
    }
    expect(problems).toEqual([]);
    // Else nothing was told of any plan.
    expect(scans).toBeGreaterThan(reads.length);
  },
  10 * MINUTES,
);

function problemsOf({ name, shows, looks = 0 }: Read, scans: readonly Scan[]): string[] {
  const rows = scans.reduce((sum, scan) => sum + scan.rows, 0);
  const most = MOST_A_ROW * shows + looks + RUNNING;
  return [
    ...scans
      .filter(({ how }) => how.startsWith('Seq Scan'))
      .map(({ table, statement }) => `${name}: all of ${table} in ${statement}`),
    ...(rows > most
      ? [
          `${name}: ${rows} rows, at most ${most}: ${scans.map((scan) => `${scan.rows} by ${scan.how}`).join(', ')}`,
        ]
      : []),
  ];
}
