import { poolSql } from '@/lib/jobs/store/sql';

/** A backlog is counted up to here: so many entries of its index are read in a fraction of a second, once a minute. */
const DEPTH_SAMPLE_LIMIT = 1_000_000;

/**
 * Records how much waits in these queues now. One sample a queue and minute, whoever takes it: of two processes that think they
 * lead a queue the first one's stands.
 */
export async function sampleDepth(queues: readonly string[]): Promise<void> {
  for (const queue of queues) await poolSql(SAMPLE, [queue]);
}

// One queue at a time: of a list of them the planner expects that each holds its share, and reads the whole table for an empty one.
const SAMPLE = `
  INSERT INTO queue_depth (queue, at, pending, running, oldest_wait_ms)
  SELECT $1, date_trunc('minute', now()),
    (SELECT count(*)::int FROM (SELECT 1 FROM job WHERE queue = $1 AND status = 'pending'
       ORDER BY run_at, id LIMIT ${DEPTH_SAMPLE_LIMIT}) capped),
    (SELECT count(*)::int FROM job WHERE queue = $1 AND status = 'running'),
    (SELECT greatest(0, extract(epoch FROM now() - run_at) * 1000)::bigint FROM job
     WHERE queue = $1 AND status = 'pending' ORDER BY run_at LIMIT 1)
  ON CONFLICT (queue, at) DO NOTHING`;
