import type { Tx } from '@/lib/db/client';
import { newId } from '@/lib/ids';

const VIEWS = [
  { name: 'Failed today', filter: 'status=failed,errored&window=24h', sort: '-completed', shared: true },
  { name: 'Imports', filter: 'runner=warehouse.ImportOrdersJob', sort: '-created', shared: false },
] as const;

/** A view that is shared and one that is not, for every user there is: views belong to people, and the seed makes none. */
export async function insertViews(tx: Tx): Promise<void> {
  const users = await tx.user.findMany({ select: { id: true, name: true }, take: 20 });
  await tx.savedView.createMany({
    data: users.flatMap(({ id }, index) =>
      VIEWS.filter(({ shared }) => !shared || index === 0).map((view) => ({
        id: newId(),
        userId: id,
        ...view,
      })),
    ),
    skipDuplicates: true,
  });
}
