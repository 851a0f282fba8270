import type { Actor } from '@/lib/auth/actor';
import type { Tx } from '@/lib/db/client';
import { YardmasterError } from '@/lib/errors';

/** A view that this actor may change: one's own, or for those who manage users a shared one. @throws YardmasterError `not_found` */
export async function ownView(tx: Tx, actor: Actor, id: string) {
  const view = await tx.savedView.findUnique({ where: { id } });
  const may = view?.userId === actor.userId || (view?.shared && actor.permissions.has('users.write'));
  // Whether somebody else has a view is nobody's business.
  if (!view || !may) throw new YardmasterError('not_found', 'You have no such view.');
  return view;
}
