import { recordAudit } from '@/lib/audit/record';
import { command } from '@/lib/command';
import { ownView } from '../own-view';
import { viewId } from '../schema';

export const deleteView = command({
  permission: 'jobs.view',
  input: viewId,
  async run({ actor, input: { id }, tx }): Promise<{ id: string }> {
    const { name, filter, shared } = await ownView(tx, actor, id);
    await tx.savedView.delete({ where: { id } });
    await recordAudit(tx, actor, {
      action: 'view.delete',
      targetType: 'view',
      targetId: id,
      before: { name, filter, shared },
    });
    return { id };
  },
});
