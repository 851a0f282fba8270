import { useAction } from '@/components/action/use-action';
import { useActor } from '@/components/layout/actor-context';
import type { NotificationSummary } from '@/lib/notifications/queries';
import { markAllReadAction, markNotificationReadAction, markUnreadAction } from '../actions';

/** Marking one's notifications as read, with the way back; null where nothing may be changed. */
export function useReadMarks() {
  const one = useAction(markNotificationReadAction, {
    done: ({ id }) => ({
      title: 'Marked as read',
      undo: { action: () => markUnreadAction({ id }), undone: 'Unread again' },
    }),
    failed: 'Could not mark it as read',
  });
  const all = useAction(markAllReadAction, {
    done: ({ read, at }) => ({
      title: read === 1 ? 'One notification marked as read' : `${read} notifications marked as read`,
      undo: { action: () => markUnreadAction({ readAt: at }), undone: 'Unread again' },
    }),
    failed: 'Could not mark them as read',
  });
  if (useActor().readOnly) return null;
  return {
    read: ({ id }: NotificationSummary) => void one.run({ id }),
    /** Those that are on screen and all that are older. */
    readAll: (shown: readonly NotificationSummary[]) => {
      if (shown[0]) void all.run({ upTo: shown[0].id });
    },
    busy: all.busy,
  };
}
