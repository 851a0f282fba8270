import { poolSql } from '@/lib/jobs/store/sql';

/** A backlog is counted up to here: so many entries of its index are read in a fraction of a second, once a minute. */
const DEPTH_SAMPLE_LIMIT = 1_000_000;

/**
 * Records how much waits in these queues now. One sample a queue and minute, whoever takes it: of two processes that think they
 * lead a queue the first one's stands.
 */
export async function sampleDepth(queues: readonly string[]): Promise<void> {
  if (queues.length === 0) return;
  await poolSql(
    `INSERT INTO queue_depth (queue, at, pending, running, oldest_wait_ms)
     SELECT name, date_trunc('minute', now()), pending.count, running.count,
       (SELECT greatest(0, extract(epoch FROM now() - run_at) * 1000)::bigint FROM job
        WHERE queue = name AND status = 'pending' ORDER BY run_at LIMIT 1)
     FROM unnest($1::text[]) AS name
     CROSS JOIN LATERAL (SELECT count(*)::int FROM (SELECT 1 FROM job WHERE queue = name AND status = 'pending'
       LIMIT ${DEPTH_SAMPLE_LIMIT}) capped) pending
     CROSS JOIN LATERAL (SELECT count(*)::int FROM job WHERE queue = name AND status = 'running') running
     ON CONFLICT (queue, at) DO NOTHING`,
    [queues],
  );
}
