import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { type Actor, requirePermission } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import type { Json } from '@/lib/masking/mask-secrets';
import { withoutSecrets } from '@/lib/masking/without-secrets';
import { enqueueRequest } from '../enqueue/enqueue-one';
import { parseRequest } from '../enqueue/options';
import { objectRef } from '../object-ref';
import { registry } from '../registry';
import { permits } from '../status';
import { txSql } from '../store/sql';

/** Makes a new job like one that has ended: same runner, object and queue; the same arguments, unless others are given. */
export const runJobAgain = command({
  permission: 'jobs.enqueue',
  input: z.object({ id: z.uuid(), args: z.record(z.string(), z.unknown()).optional() }),
  async run({ actor, input: { id, args }, tx, changed }): Promise<{ id: string }> {
    if (args) requireRetyped(actor, args as Json);
    const job = await tx.job.findUnique({ where: { id } });
    if (!job) throw new YardmasterError('not_found', 'This job does not exist any more.');
    if (!permits(job.status, 'run_again')) {
      throw new YardmasterError('conflict', `This job has not ended yet: it is ${job.status}.`);
    }
    const entry = (await registry()).find(job.runner);
    if (!entry)
      throw new YardmasterError('conflict', `No plugin here provides the runner ${job.runner} any more.`);
    const request = await parseRequest(entry.runner, {
      args: args ?? (job.args as Record<string, unknown>),
      queueName: job.queue,
      name: job.name,
      notifications: job.notifications,
      user: actor.userId,
      ...(job.objectType && job.objectId ? { instance: objectRef(job.objectType, job.objectId) } : {}),
    });
    const again = await enqueueRequest({ ...request, againOfId: id }, txSql(tx));
    await recordAudit(tx, actor, {
      action: 'job.run_again',
      targetType: 'job',
      targetId: again.id,
      after: { againOf: id, ...(args ? { otherArguments: true } : {}) },
    });
    changed('jobs', 'queues', `job:${again.id}`);
    return { id: again.id };
  },
});

/**
 * Other arguments come from those alone who may read the old ones. A mask is refused, never replaced by what is stored: the
 * secret would be used with, say, another host, by somebody who can't read it.
 */
function requireRetyped(actor: Actor, args: Json): void {
  requirePermission(actor, 'payloads.view');
  const { secrets } = withoutSecrets(args);
  if (secrets.length === 0) return;
  throw new YardmasterError(
    'invalid_input',
    `Secrets are not carried over. Type these again: ${secrets.join(', ')}.`,
    {
      fields: Object.fromEntries(secrets.map((path) => [`args.${path}`, 'Type this secret again.'])),
    },
  );
}
