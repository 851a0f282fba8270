import { parseArgs } from 'node:util';
import { config } from '@/lib/config';
import { closeDb } from '@/lib/db/client';
import type { Finding } from '@/lib/doctor/examine';
import { look, type Repair, repair } from '@/lib/doctor/find-violations';
import { invariants } from '@/lib/doctor/invariants';
import { printFindings } from '@/lib/doctor/print-findings';
import { YardmasterError } from '@/lib/errors';
import { checkRedis } from '@/lib/queue/check-redis';
import { checkDatabase } from './start/check-database';
import { say } from './start/say';

const usage = `Usage: npm run doctor -- [--repair] [--json] [--depth N]

Reads the database and the transport and lists every violation of the engine's invariants, with its rows.

  --repair    mend all that can be mended, then look again
  --json      print one JSON object
  --depth N   how many of the newest jobs are read where no index names the suspects (default: 50000)

Ends with 0: all is well; 1: there are violations (left); 2: it could not look.`;

/** Null: nothing was to be mended. */
interface Report {
  found: Finding[];
  mended: Repair['mended'] | null;
  left: Finding[] | null;
}

try {
  const { values } = parseArgs({
    options: {
      repair: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      depth: { type: 'string', default: '50000' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) say(usage);
  else {
    const depth = Number(values.depth);
    if (!Number.isInteger(depth) || depth < 1)
      throw new YardmasterError(
        'invalid_input',
        `--depth expects a whole number above 0; got "${values.depth}".`,
      );
    await checkStores();
    const report: Report = values.repair
      ? await repair({ depth })
      : { found: await look({ depth }), mended: null, left: null };
    tell(report, values.json);
    const violations = (report.left ?? report.found).filter(({ level }) => level === 'violation');
    process.exitCode = violations.length > 0 ? 1 : 0;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
} finally {
  await closeDb();
}

async function checkStores(): Promise<void> {
  const { databaseUrl, dataDir, redisUrl } = config();
  if (!databaseUrl) {
    throw new YardmasterError(
      'configuration',
      `No embedded PostgreSQL has been started on ${dataDir}. Start Yardmaster there with npm start, or set DATABASE_URL.`,
    );
  }
  await checkDatabase(databaseUrl);
  if (redisUrl) await checkRedis(redisUrl);
}

function tell({ found, mended, left }: Report, json: boolean): void {
  if (json) {
    say(JSON.stringify({ checked: invariants.map(({ name }) => name), found, mended, left }, null, 2));
    return;
  }
  if (found.length > 0) say(`${printFindings(found)}\n`);
  for (const [invariant, count] of Object.entries(mended ?? {})) say(`Mended ${count} of ${invariant}.`);
  if (left === null || found.length === 0) say(verdict(found));
  else if (left.length === 0) say('All of it is mended.');
  else say(`After mending:\n\n${printFindings(left)}\n\n${verdict(left)}`);
}

function verdict(findings: readonly Finding[]): string {
  const violated = findings.filter(({ level }) => level === 'violation').length;
  if (violated === 0) return `All ${invariants.length} invariants hold.`;
  return `${violated} of ${invariants.length} invariants ${violated === 1 ? 'is' : 'are'} violated.`;
}
