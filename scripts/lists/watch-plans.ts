import pg from 'pg';
import { pool } from '@/lib/db/client';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

/** A statement as Postgres carried it out. */
interface Plan {
  'Query Text': string;
  Plan: PlanNode;
}

/** How one table was read by one node of a plan. */
export interface Scan {
  table: string;
  how: string;
  /** Rows that were looked at, those passed over included. */
  rows: number;
  statement: string;
}

/**
 * Makes a database tell of every statement of its later connections how it was carried out (auto_explain): what ran is judged,
 * with the plan and the parameters it ran with.
 */
export async function tellPlans(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const name = new URL(url).pathname.slice(1);
  const settings = {
    session_preload_libraries: "'auto_explain'",
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_format': "'json'",
    'auto_explain.log_level': "'notice'",
  };
  for (const [setting, value] of Object.entries(settings)) {
    await client.query(`ALTER DATABASE ${name} SET ${setting} = ${value}`);
  }
  await client.end();
}

/** Collects what the pool's connections tell from now on; `take` gives it and begins anew. Call it before the pool is used. */
export function watchPlans(): { take(): Scan[] } {
  let scans: Scan[] = [];
  pool().on('connect', (client) => {
    client.on('notice', ({ message }) => {
      const json = /\{[\s\S]*\}/.exec(message ?? '')?.[0];
      if (json) scans.push(...scansOf(JSON.parse(json) as Plan));
    });
  });
  return {
    take() {
      const taken = scans;
      scans = [];
      return taken;
    },
  };
}

const BIG = new Set(['job', 'job_log_entry']);

function scansOf({ 'Query Text': statement, Plan: root }: Plan): Scan[] {
  const walk = (node: PlanNode): Scan[] => {
    const table = node['Relation Name'] ?? '';
    const own = BIG.has(table)
      ? [
          {
            table,
            how: `${node['Node Type']}${node['Index Name'] ? ` on ${node['Index Name']}` : ''}`,
            rows: rowsOf(node),
            statement,
          },
        ]
      : [];
    return [...own, ...(node.Plans ?? []).flatMap(walk)];
  };
  return walk(root);
}

const rowsOf = (node: PlanNode): number =>
  Math.round(
    ((node['Actual Rows'] ?? 0) +
      (node['Rows Removed by Filter'] ?? 0) +
      (node['Rows Removed by Index Recheck'] ?? 0)) *
      (node['Actual Loops'] ?? 1),
  );
