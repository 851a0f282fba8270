import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { enqueueRequest } from '../enqueue/enqueue-one';
import { parseRequest } from '../enqueue/options';
import { objectRef } from '../object-ref';
import { registry } from '../registry';
import { permits } from '../status';
import { txSql } from '../store/sql';

/** Makes a new job like one that has ended: same runner, arguments, object and queue. */
export const runJobAgain = command({
  permission: 'jobs.enqueue',
  input: z.object({ id: z.uuid() }),
  async run({ actor, input: { id }, tx, changed }): Promise<{ id: string }> {
    const job = await tx.job.findUnique({ where: { id } });
    if (!job) throw new YardmasterError('not_found', 'This job does not exist any more.');
    if (!permits(job.status, 'run_again')) {
      throw new YardmasterError('conflict', `This job has not ended yet: it is ${job.status}.`);
    }
    const entry = (await registry()).find(job.runner);
    if (!entry)
      throw new YardmasterError('conflict', `No plugin here provides the runner ${job.runner} any more.`);
    const request = await parseRequest(entry.runner, {
      args: job.args as Record<string, unknown>,
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
      after: { againOf: id },
    });
    changed('jobs', 'queues', `job:${again.id}`);
    return { id: again.id };
  },
});
