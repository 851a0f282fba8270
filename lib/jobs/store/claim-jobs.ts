import { claimWithCare } from './claim-with-care';
import { CLAIM, CLAIMED, type ClaimedJob, type Message, SUSPECT_FROM } from './claimed-job';
import { byKeyAlone, hot, poolSql } from './sql';

const CLAIM_JOBS = hot(
  `UPDATE job j SET ${CLAIM} FROM unnest($2::uuid[], $3::int[]) AS m(id, no)
   WHERE j.id = m.id AND ${byKeyAlone(`j.dispatch_no = m.no AND j.status = 'pending' AND j.runner = ANY($4)
     AND j.lost_attempts < ${SUSPECT_FROM} AND j.queue <> ALL(ARRAY(
       SELECT q.queue FROM queue_control q WHERE q.paused_at IS NOT NULL OR q.concurrency IS NOT NULL))`)}
   RETURNING ${CLAIMED}`,
);

/**
 * Makes the worker the owner of the jobs that these messages name, where that is still right: pending, this very
 * dispatch, a runner the worker knows, a queue that nobody paused. One result a message; null or 'unknown_runner' (the
 * job went back, for a worker that knows it): drop the message.
 * Jobs that need more care (a queue with a limit, a job that has lost workers before) are looked at one by one.
 */
export async function claimJobs(
  workerId: string,
  runners: readonly string[],
  messages: Message[],
): Promise<(ClaimedJob | null | 'unknown_runner')[]> {
  const rows = await poolSql<ClaimedJob>(CLAIM_JOBS, [
    workerId,
    messages.map(({ jobId }) => jobId),
    messages.map(({ dispatchNo }) => dispatchNo),
    runners,
  ]);
  const claimed = new Map<string, ClaimedJob | 'unknown_runner'>(rows.map((row) => [row.id, row]));
  if (rows.length < messages.length) {
    const rest = messages.filter(({ jobId }) => !claimed.has(jobId));
    const careful = await claimWithCare(workerId, runners, rest);
    for (const job of careful.claimed) claimed.set(job.id, job);
    for (const id of careful.unknown) claimed.set(id, 'unknown_runner');
  }
  return messages.map(({ jobId }) => {
    const job = claimed.get(jobId) ?? null;
    // Two messages for one job in one batch: only the first is the claim.
    claimed.delete(jobId);
    return job;
  });
}
