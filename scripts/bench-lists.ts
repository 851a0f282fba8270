import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate } from '@/lib/db/migrate';
import { insertCrowd } from './lists/insert-crowd';
import { type Measured, measureReads } from './lists/measure-reads';
import { runScript } from './setup/run-script';
import { startScratchPostgres } from './setup/scratch-postgres';
import { adminUrl } from './setup/test-services';

const HELP = `Measures the server time of everything the console reads, at several sizes, and prints a table.

  npm run bench:lists -- [--jobs 10000,1000000,5000000] [--rounds 5]

  --jobs    how many jobs, one database each; a million takes about two minutes and a gigabyte
  --rounds  how often each is read

A figure is processor time of the reading process and of Postgres together, p50 / p95, and in brackets the p95 by the clock. Linux only:
it comes from /proc. Names, times and the like are invented, the same each time.`;

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      jobs: { type: 'string', default: '10000,1000000,5000000' },
      rounds: { type: 'string', default: '5' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(HELP);
  const sizes = values.jobs.split(',').map(Number);
  const postgres = await startScratchPostgres();
  try {
    const columns: Measured[][] = [];
    for (const jobs of sizes) {
      const url = await makeCrowd(postgres.url, jobs);
      console.log(`Filled with ${jobs.toLocaleString('en-GB')} jobs.`);
      columns.push(await measureReads(url, postgres.pid, Number(values.rounds)));
    }
    printTable(sizes, columns);
  } finally {
    await postgres.stop();
  }
});

async function makeCrowd(server: string, jobs: number): Promise<string> {
  const name = `crowd_${jobs}`;
  const admin = new pg.Client({ connectionString: adminUrl(server) });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  await migrate(url);
  await insertCrowd(url, { jobs, now: new Date() });
  return url;
}

/** A table in Markdown: a line a kind of read. */
function printTable(sizes: readonly number[], columns: readonly Measured[][]): void {
  const titles = sizes.map((size) => `${size.toLocaleString('en-GB')}, ms`);
  console.log(`| what is read | ${titles.join(' | ')} |`);
  console.log(`| --- | ${titles.map(() => '---:').join(' | ')} |`);
  for (const { kind } of columns[0] ?? []) {
    const cells = columns.map((column) => {
      const at = column.find((measured) => measured.kind === kind);
      return at ? `${at.p50.toFixed(1)} / ${at.p95.toFixed(1)} (${at.wallP95.toFixed(0)})` : '';
    });
    console.log(`| ${kind} | ${cells.join(' | ')} |`);
  }
}
