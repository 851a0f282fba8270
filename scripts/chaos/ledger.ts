import { poolSql } from '@/lib/jobs/store/sql';

/** Makes the chaos run's own tables, which the engine knows nothing of. */
export async function makeLedger(): Promise<void> {
  await poolSql(
    `CREATE TABLE chaos_run (id bigserial PRIMARY KEY, job_id uuid NOT NULL, attempt_no int NOT NULL, pid int NOT NULL,
       begun_at timestamptz NOT NULL DEFAULT clock_timestamp(), finished_at timestamptz)`,
    [],
  );
  await poolSql('CREATE INDEX ON chaos_run (job_id, attempt_no)', []);
  await poolSql(
    'CREATE TABLE chaos_asked (job_id uuid PRIMARY KEY, kind text NOT NULL, not_before timestamptz)',
    [],
  );
  await poolSql('CREATE TABLE chaos_kill (worker_id uuid PRIMARY KEY, killed_at timestamptz NOT NULL)', []);
}

/** Writes down that a run has begun; the function it returns, that it came to its end. */
export async function recordRun(jobId: string, attemptNo: number): Promise<() => Promise<void>> {
  const [row] = await poolSql<{ id: string }>(
    'INSERT INTO chaos_run (job_id, attempt_no, pid) VALUES ($1, $2, $3) RETURNING id',
    [jobId, attemptNo, process.pid],
  );
  return async () => {
    await poolSql('UPDATE chaos_run SET finished_at = clock_timestamp() WHERE id = $1', [row?.id]);
  };
}

/** Writes down which jobs `enqueue` has promised. A job that was promised twice (enqueueOnce) counts once. */
export async function recordAsked(
  jobs: readonly { id: string }[],
  kind: string,
  notBefore?: Date,
): Promise<void> {
  await poolSql('INSERT INTO chaos_asked SELECT unnest($1::uuid[]), $2, $3 ON CONFLICT DO NOTHING', [
    jobs.map(({ id }) => id),
    kind,
    notBefore ?? null,
  ]);
}

export async function recordKill(workerId: string): Promise<void> {
  await poolSql('INSERT INTO chaos_kill VALUES ($1, clock_timestamp())', [workerId]);
}
