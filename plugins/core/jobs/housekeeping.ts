import { JobInterval, JobRunner, systemJob } from '@/lib/jobs';
import { config } from '@/lib/plugins';
import { removeExpiredApiKeys } from '../removals/expired-api-keys';
import { removeExpiredSessions } from '../removals/expired-sessions';
import { removeFailedSignIns, removeOldAuditEvents } from '../removals/old-audit-events';
import { removeOldBulkOperations } from '../removals/old-bulk-operations';
import { removeOldJobs } from '../removals/old-jobs';
import { removeOldWorkers } from '../removals/old-workers';
import type { Pace } from '../removals/pace';
import { removeReadNotifications } from '../removals/read-notifications';
import { select } from '../sql';

/** What is removed, in this order, and how the log calls it. */
const KINDS = {
  jobs: 'finished jobs',
  notifications: 'read notifications',
  bulkOperations: 'bulk operations',
  sessions: 'expired sessions',
  apiKeys: 'expired API keys',
  workers: 'ended workers',
  failedSignIns: 'failed sign-ins',
  auditEvents: 'audit events',
} as const;

type Kind = keyof typeof KINDS;

/** How many of each were removed. */
type Removed = Record<Kind, number>;

const FAILED_SIGN_IN_DAYS = 90;

/** Removes what is over. What it has removed stays removed, so one that is stopped has lost nothing. */
@systemJob({ interval: JobInterval.HOURLY })
export class HousekeepingJob extends JobRunner {
  static override meta = {
    name: 'Housekeeping',
    description:
      'Removes finished jobs with their logs, read notifications and bulk operations, once they are older than JOB_RETENTION_DAYS; ' +
      'expired sessions; workers that ended more than 30 days ago; API keys that expired and sign-ins that failed more than 90 days ' +
      'ago; the audit after AUDIT_RETENTION_DAYS.',
    queue: 'low',
    timeout: 3600,
    notifications: 'never' as const,
  };

  async run(): Promise<Removed> {
    const kinds = Object.keys(KINDS) as Kind[];
    const removals = await this.#removals();
    const removed = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Removed;
    for (const [step, kind] of kinds.entries()) {
      const remove = removals[kind];
      if (remove) removed[kind] = await this.#remove(step, kind, remove);
    }
    await this.progress(kinds.length, kinds.length);
    return removed;
  }

  /** How each kind is removed; null: it is kept. */
  async #removals(): Promise<Record<Kind, ((pace: Pace) => Promise<number>) | null>> {
    const { jobRetentionDays, jobRetentionPerSchedule: perSchedule, auditRetentionDays } = config();
    if (jobRetentionDays === 0) this.logger.info('Finished jobs are kept for ever: JOB_RETENTION_DAYS is 0');
    if (auditRetentionDays === 0) this.logger.info('The audit is kept for ever: AUDIT_RETENTION_DAYS is 0');
    const endedBefore = await daysAgo(jobRetentionDays);
    const [doneBefore, refusedBefore] = [
      await daysAgo(auditRetentionDays),
      await daysAgo(FAILED_SIGN_IN_DAYS),
    ];
    const old = jobRetentionDays > 0;
    return {
      jobs: old ? (pace) => removeOldJobs({ endedBefore, perSchedule }, pace) : null,
      notifications: old ? (pace) => removeReadNotifications(endedBefore, pace) : null,
      bulkOperations: old ? (pace) => removeOldBulkOperations(endedBefore, pace) : null,
      sessions: removeExpiredSessions,
      apiKeys: removeExpiredApiKeys,
      workers: removeOldWorkers,
      failedSignIns: (pace) => removeFailedSignIns(refusedBefore, pace),
      auditEvents: auditRetentionDays > 0 ? (pace) => removeOldAuditEvents(doneBefore, pace) : null,
    };
  }

  async #remove(step: number, kind: Kind, remove: (pace: Pace) => Promise<number>): Promise<number> {
    const [what, steps] = [KINDS[kind], Object.keys(KINDS).length];
    let soFar = 0;
    const between = async (count: number): Promise<void> => {
      soFar += count;
      await this.progress(step, steps, `${what}: ${soFar} removed`);
      this.signal.throwIfAborted();
    };
    try {
      return await remove(between);
    } finally {
      this.logger.info('Removed %d %s', soFar, what);
    }
  }
}

/** A time by Postgres's clock, which all the times in its rows are by. */
async function daysAgo(days: number): Promise<Date> {
  const [row] = await select<{ at: Date }>("SELECT now() - $1::int * interval '1 day' AS at", days);
  if (!row) throw new Error('Postgres did not tell the time');
  return row.at;
}
