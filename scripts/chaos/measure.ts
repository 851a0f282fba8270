import { poolSql } from '@/lib/jobs/store/sql';

/** What a chaos run did, as label and value. */
export async function measure(): Promise<[string, string][]> {
  const table: [string, string][] = [];
  const count = async (label: string, sql: string) => {
    const rows = await poolSql<{ what: string; n: number }>(sql, []);
    table.push([label, rows.map(({ what, n }) => `${what} ${n}`).join(', ') || 'none']);
  };
  await count(
    'jobs asked for',
    'SELECT kind AS what, count(*)::int AS n FROM chaos_asked GROUP BY 1 ORDER BY 1',
  );
  await count(
    'jobs by status',
    'SELECT status::text AS what, count(*)::int AS n FROM job GROUP BY 1 ORDER BY 1',
  );
  await count(
    'ended by policy',
    'SELECT reason::text AS what, count(*)::int AS n FROM job WHERE reason IS NOT NULL GROUP BY 1 ORDER BY 1',
  );
  await count(
    'earlier attempts',
    'SELECT outcome::text AS what, count(*)::int AS n FROM job_attempt GROUP BY 1 ORDER BY 1',
  );
  await count(
    'runs',
    `SELECT CASE WHEN finished_at IS NULL THEN 'cut short' ELSE 'finished' END AS what, count(*)::int AS n
     FROM chaos_run GROUP BY 1 ORDER BY 1`,
  );
  table.push(['kill to taken back', await spread('a.ended_at - k.killed_at', '')]);
  const next = 'JOIN chaos_run r ON r.job_id = a.job_id AND r.attempt_no = a.no + 1';
  for (const queue of ['high', 'default', 'low']) {
    const ofQueue = `JOIN job j ON j.id = a.job_id AND j.queue = '${queue}'`;
    table.push([
      `kill to next run, ${queue}`,
      await spread('r.begun_at - k.killed_at', `${next} ${ofQueue}`),
    ]);
    table.push([`due to first run, ${queue}`, await waits(queue)]);
  }
  return table;
}

/** How long the attempts that a kill cost took for something. */
const spread = (duration: string, join: string): Promise<string> =>
  percentiles(
    `SELECT ${duration} AS took FROM job_attempt a JOIN chaos_kill k ON k.worker_id = a.worker_id ${join}
     WHERE a.outcome = 'lost'`,
  );

/** How long jobs of a queue that needed one attempt waited for it: what a job must expect at this load. */
const waits = (queue: string): Promise<string> =>
  percentiles(`SELECT started_at - run_at AS took FROM job WHERE attempt_no = 1 AND queue = '${queue}'`);

async function percentiles(durations: string): Promise<string> {
  const [row] = await poolSql<{ p50: number | null; p95: number; most: number }>(
    `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY s) AS p50, percentile_cont(0.95) WITHIN GROUP (ORDER BY s) AS p95,
       max(s) AS most FROM (SELECT extract(epoch FROM took)::float8 AS s FROM (${durations}) t) d`,
    [],
  );
  if (!row || row.p50 === null) return 'none';
  const seconds = (value: number) => `${value.toFixed(1)} s`;
  return `median ${seconds(row.p50)}, 95 % ${seconds(row.p95)}, most ${seconds(row.most)}`;
}
