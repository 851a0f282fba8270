import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { YardmasterError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { newView } from '../schema';

/** Keeps a view under a name; one of one's own with the same name is replaced. */
export const saveView = command({
  permission: 'jobs.view',
  input: newView,
  async run({ actor, input: { name, ...view }, tx }): Promise<{ id: string }> {
    const { userId } = actor;
    if (!userId) throw new YardmasterError('forbidden', 'A view belongs to a user; nobody is signed in.');
    const saved = await tx.savedView.upsert({
      where: { userId_name: { userId, name } },
      create: { id: newId(), userId, name, ...view },
      update: view,
    });
    await recordAudit(tx, actor, {
      action: 'view.save',
      targetType: 'view',
      targetId: saved.id,
      after: { name, ...view },
    });
    return { id: saved.id };
  },
});
