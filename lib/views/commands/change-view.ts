import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { ownView } from '../own-view';
import { viewChange } from '../schema';

/** Renames a view of one's own, shares it, or keeps it to oneself again. */
export const changeView = command({
  permission: 'jobs.view',
  input: viewChange,
  async run({ actor, input: { id, ...change }, tx }): Promise<{ id: string }> {
    const { name, shared, userId } = await ownView(tx, actor, id);
    if (change.name && change.name !== name) {
      const taken = await tx.savedView.count({ where: { userId, name: change.name } });
      if (taken > 0) {
        throw new YardmasterError('conflict', `You have a view called “${change.name}” already.`, {
          fields: { name: 'This name is taken' },
        });
      }
    }
    await tx.savedView.update({ where: { id }, data: change });
    await recordAudit(tx, actor, {
      action: 'view.change',
      targetType: 'view',
      targetId: id,
      before: { name, shared },
      after: { name, shared, ...change },
    });
    return { id };
  },
});
