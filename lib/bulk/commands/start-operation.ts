import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/actor';
import { type Command, command } from '@/lib/command';
import { newId } from '@/lib/ids';
import { enqueueRequest } from '@/lib/jobs/enqueue/enqueue-one';
import { parseRequest } from '@/lib/jobs/enqueue/options';
import { findRunner } from '@/lib/jobs/find-runner';
import { type JobFilter, jobsQuery } from '@/lib/jobs/job-filter';
import { COUNT_LIMIT, countMatching } from '@/lib/jobs/queries/count-jobs';
import { timesOf } from '@/lib/jobs/queries/filter-sql';
import { searchable } from '@/lib/jobs/require-searchable';
import { txSql } from '@/lib/jobs/store/sql';
import { startBulkInput } from '../schema';
import { BULK_VERBS, type BulkVerb } from '../verbs';

const RUNNER = 'core.BulkOperationJob';

/**
 * Makes the command that asks for one verb on all jobs that pass a filter: those that exist now, not those made later. A job
 * of the core does it. @returns the operation's id.
 */
export function startOperation(verb: BulkVerb): Command<{ id: string }> {
  return command({
    permission: BULK_VERBS[verb].permission,
    input: startBulkInput,
    async run({ actor, input: { filter, reason }, tx, changed }): Promise<{ id: string }> {
      // What is stored of a filter cannot say "names alone", and an act tells as much as a search.
      if (filter.search) requirePermission(actor, 'payloads.view');
      await searchable(actor, filter);
      const frozen = jobsQuery(freeze(filter)).toString();
      const matched = await countMatching(filter);
      const id = newId();
      const { runner } = await findRunner(RUNNER);
      const name = `${BULK_VERBS[verb].label} ${countOf(matched)}`;
      const request = await parseRequest(runner, { args: { operation: id }, name, user: actor.userId });
      const job = await enqueueRequest(request, txSql(tx));
      await tx.bulkOperation.create({
        data: {
          id,
          verb,
          filter: frozen,
          reason: reason || null,
          userId: actor.userId,
          actor: actor.name,
          jobId: job.id,
          matched,
        },
      });
      await recordAudit(tx, actor, {
        action: `bulk.${verb}`,
        targetType: 'bulk',
        targetId: id,
        after: { filter: frozen, matched, ...(reason ? { reason } : {}) },
      });
      changed('jobs', 'queues');
      return { id };
    },
  });
}

/** "The last hour" is the hour before it was asked for, not before each batch. */
function freeze(filter: JobFilter): JobFilter {
  const { from, to } = timesOf(filter, Date.now());
  const text = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  return { ...filter, window: null, from: text(from), to: text(to) };
}

function countOf(matched: number | null): string {
  if (matched === null) return 'many jobs';
  if (matched > COUNT_LIMIT) return `more than ${COUNT_LIMIT.toLocaleString('en-GB')} jobs`;
  return matched === 1 ? 'one job' : `${matched.toLocaleString('en-GB')} jobs`;
}
