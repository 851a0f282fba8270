import { YardmasterError } from '@/lib/errors';
import type { Actor } from './actor';

/** The id of the person who acts. @throws YardmasterError `forbidden` when it is the system itself */
export function ownIdOf(actor: Actor): string {
  if (actor.userId) return actor.userId;
  throw new YardmasterError('forbidden', 'This is for people who are signed in.');
}
